package io.readingroom.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.Patience;
import io.readingroom.ScriptedServer;
import io.readingroom.ScriptedServer.Answer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedHttpClientTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final int LONGEST = 1000;

    @TempDir
    Path folder;

    @Test
    void what_is_asked_arrives_as_it_is_and_so_does_the_answer() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> Answer.of(418, "text/teapot", "short"))) {
            LockedHttpClient.Reply reply = client(Optional.empty())
                    .ask(
                            new LockedHttpClient.Request(
                                    HttpMethod.PUT,
                                    server.address(),
                                    "/a%20b?c=%2F",
                                    Map.of("X-Kind", "trial"),
                                    "stout".getBytes(UTF_8)),
                            PATIENT);
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.type()).isEqualTo("text/teapot");
            assertThat(reply.body()).asString(UTF_8).isEqualTo("short");
            ScriptedServer.Request asked = server.requests().getFirst();
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.target()).isEqualTo("/a%20b?c=%2F");
            assertThat(asked.headers()).containsEntry("x-kind", "trial");
            assertThat(asked.text()).isEqualTo("stout");
        }
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> Answer.of(302, "text/plain", "elsewhere"))) {
            assertThat(get(server.address(), PATIENT).status()).isEqualTo(302);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_answer_that_is_too_long_is_none() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> Answer.of(
                200, "text/plain", "x".repeat(LONGEST + request.target().length())))) {
            assertThatIOException()
                    .isThrownBy(() -> get(server.address(), PATIENT))
                    .withMessage("The answer of the model-server broke off");
        }
    }

    @Test
    void an_answer_that_is_late_is_not_waited_for() throws IOException {
        try (ScriptedServer server = new ScriptedServer(LockedHttpClientTest::never)) {
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> get(server.address(), Duration.ofMillis(100)));
        }
    }

    @Test
    void nobody_and_nowhere_are_told_apart_and_not_named() throws IOException {
        URI closed;
        try (ScriptedServer server = new ScriptedServer(LockedHttpClientTest::never)) {
            closed = server.address();
        }
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> get(closed, PATIENT))
                .withMessage("Nobody answers at the model-server")
                .withNoCause();
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> get(URI.create("http://nowhere.invalid"), PATIENT))
                .withMessageNotContaining("invalid");
    }

    @Test
    void an_address_outside_is_refused() {
        assertThatThrownBy(() -> get(URI.create("http://8.8.8.8"), PATIENT)).isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void a_certificate_is_trusted_if_it_is_the_one_that_was_named() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> Answer.of(204));
                TlsFront front = TlsFront.before(server.address(), folder)) {
            assertThatIOException().isThrownBy(() -> get(front.address(), PATIENT));
            assertThat(ask(client(Optional.of(front.certificate())), front.address(), PATIENT)
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void an_interrupt_ends_the_wait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();
        try (ScriptedServer server = new ScriptedServer(request -> {
            asked.countDown();
            return never(request);
        })) {
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    get(server.address(), PATIENT);
                } catch (IOException | InterruptedException failed) {
                    ended.set(failed);
                }
            });
            asked.await();
            asking.interrupt();
            Patience.until("the wait is over", () -> ended.get() != null);
            assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        }
    }

    private static Answer never(ScriptedServer.Request request) throws InterruptedException {
        Thread.sleep(PATIENT);
        return Answer.of(200);
    }

    private static LockedHttpClient.Reply get(URI place, Duration limit) throws IOException, InterruptedException {
        return ask(client(Optional.empty()), place, limit);
    }

    private static LockedHttpClient.Reply ask(LockedHttpClient client, URI place, Duration limit)
            throws IOException, InterruptedException {
        return client.ask(new LockedHttpClient.Request(HttpMethod.GET, place, "/", Map.of(), new byte[0]), limit);
    }

    private static LockedHttpClient client(Optional<Path> trusted) {
        return Locks.clients().of(Purpose.MODEL_SERVER, new LockedHttpClient.Limits(PATIENT, 4, LONGEST, trusted));
    }
}
