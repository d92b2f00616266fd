package io.readingroom.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A packaged service that is told to stop, as a cluster tells it, while the model is answering.
@Tag("replicas")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ShutdownIT {

    /// What the chart leaves a pod after the signal: its `shutdown.waitSeconds` and fifteen.
    private static final Duration GRACE = Duration.ofSeconds(10 + 15);

    /// Nobody would notice within the test that a replica is dead.
    private static final Map<String, String> SETTINGS =
            Map.of("READING_ROOM_PIPELINE_HEARTBEAT", "PT1H", "QUARKUS_SHUTDOWN_DELAY", "PT3S");

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private Replicas replicas;

    @BeforeEach
    void start() throws Exception {
        replicas = Replicas.start(folder, 1, 1, Duration.ZERO, SETTINGS);
        replicas.beforeAnswers(() -> {
            asked.countDown();
            answers.await();
        });
    }

    @AfterEach
    void stop() {
        answers.countDown();
        replicas.close();
    }

    @Test
    void a_replica_that_is_told_to_stop_gives_everything_back_and_another_goes_on_at_once() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            CompletableFuture<Integer> waiting = replicas.uploadAndWait(1);
            asked.await();
            assertThat(replicas.number("select count(*) from model_lease")).isOne();
            CompletableFuture<Void> events = replicas.follow();

            replicas.member(0).terminate();
            awaitUnready(http);
            replicas.awaitNumber("select count(*) from scheduled_tasks where picked", 0);
            assertThat(waiting.get()).as("the upload that was waited for").isEqualTo(202);
            events.get();

            assertThat(replicas.member(0).awaitExit(GRACE)).isIn(0, 143);
            assertThat(replicas.number("select count(*) from scheduled_tasks where not picked"))
                    .isOne();
            assertThat(replicas.number("select count(*) from model_lease")).isZero();
            assertThat(replicas.number("select count(*) from journey where state = 'READING'"))
                    .isOne();
        }
        answers.countDown();
        replicas.join();
        replicas.awaitEnded(1);
        assertThat(replicas.number("select count(*) from journey where state = 'COMPLETED'"))
                .isOne();
    }

    /// Readiness goes down while the service still answers.
    private void awaitUnready(HttpClient http) throws Exception {
        URI readiness = replicas.member(0).address().resolve("/q/health/ready");
        HttpResponse<String> response;
        do {
            response = http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
        } while (response.statusCode() == 200);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("Graceful Shutdown");
    }
}
