package io.readingroom.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.LogRecorder;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ScriptedHouse.class)
class DisconnectIT {

    /// What is not said within this is not said.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    @Nested
    class A_caller_who_hangs_up_is_no_incident {

        @Test
        void amid_an_upload() throws Exception {
            try (LogRecorder log = new LogRecorder()) {
                for (int sent = 0; sent < 2_000_000; sent += 200_000) {
                    try (Socket socket = connect()) {
                        send(socket, """
                                POST /v1/documents HTTP/1.1\r
                                Host: localhost\r
                                Content-Length: 3000000\r
                                Content-Type: multipart/form-data; boundary=b\r
                                \r
                                --b\r
                                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                                \r
                                """ + "x".repeat(sent));
                    }
                }
                assertNoIncident(log);
            }
        }
    }

    private static void assertNoIncident(LogRecorder log) throws InterruptedException {
        Thread.sleep(LONG_ENOUGH);
        assertThat(log.lines()).noneMatch(line -> line.startsWith("Incident"));
        assertThat(log.thrown()).isEmpty();
    }

    /// Hangs up without a word when it is closed.
    private static Socket connect() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoLinger(true, 0);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }
}
