package io.readingroom.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A packaged service that is told to stop when nothing comes through to its database any more, and nobody says so:
/// whatever it would like to write before it ends, it ends.
@Tag("replicas")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CutOffIT {

    /// What the chart leaves a pod after the signal: its `shutdown.waitSeconds` and fifteen.
    private static final Duration GRACE = Duration.ofSeconds(10 + 15);

    @TempDir
    private Path folder;

    @Test
    void a_replica_ends_that_has_a_document_in_hand() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        try (Replicas replicas = Replicas.start(folder, 1, 1, Duration.ZERO)) {
            replicas.beforeAnswers(() -> {
                asked.countDown();
                answers.await();
            });
            replicas.upload(1);
            asked.await();
            assertThat(replicas.number("select count(*) from model_lease")).isOne();

            replicas.cutDatabaseOff();
            replicas.member(0).terminate();

            assertThat(replicas.member(0).awaitExit(GRACE)).isIn(0, 143);
            answers.countDown();
        }
    }
}
