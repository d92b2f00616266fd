package io.readingroom.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.LogRecorder;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SizeLimitIT {

    private static final int MEGABYTE = 1_000_000;

    @Inject
    IntakeSettings settings;

    @Nested
    class As_a_submitter {

        @Test
        void a_request_that_announces_too_much_is_refused_before_it_is_sent() throws Exception {
            String answer = send("Content-Length: " + 80 * MEGABYTE, new byte[0]);
            assertTooLarge(answer);
        }

        @Test
        void a_request_that_turns_out_too_large_is_refused() throws Exception {
            assertTooLarge(sendChunked(60));
        }

        @Test
        void a_request_in_chunks_that_outgrows_the_limit_is_refused() throws Exception {
            assertTooLarge(sendChunked(80));
        }

        @Test
        void a_request_that_never_ends_is_refused_and_cut_off() throws Exception {
            try (LogRecorder log = new LogRecorder();
                    Socket socket = connect()) {
                OutputStream out = socket.getOutputStream();
                out.write(headers("Connection: keep-alive", "Transfer-Encoding: chunked"));
                chunk(out, part());
                byte[] filler = "x".repeat(MEGABYTE).getBytes(UTF_8);
                while (socket.getInputStream().available() == 0) {
                    chunk(out, filler);
                }
                assertTooLarge(new String(socket.getInputStream().readAllBytes(), UTF_8));
                assertThat(log.thrown()).isEmpty();
            }
            Path work = Path.of(settings.workFolder());
            IntakeIT.await(() -> IntakeIT.files(work) == 0);
            assertThat(IntakeIT.files(work)).isZero();
        }

        /// What is not said within two seconds is not said.
        @Test
        void a_request_that_breaks_off_is_no_incident() throws Exception {
            try (LogRecorder log = new LogRecorder()) {
                for (int sent = 0; sent < 2 * MEGABYTE; sent += MEGABYTE / 5) {
                    try (Socket socket = connect()) {
                        socket.setSoLinger(true, 0);
                        OutputStream out = socket.getOutputStream();
                        out.write(headers("Content-Length: " + 3 * MEGABYTE));
                        out.write(part());
                        filler(sent).transferTo(out);
                    }
                }
                Thread.sleep(Duration.ofSeconds(2));
                assertThat(log.lines()).noneMatch(line -> line.startsWith("Incident"));
                assertThat(log.thrown()).isEmpty();
            }
        }

        @Test
        void a_document_over_the_limit_in_a_request_under_it_is_refused() throws Exception {
            byte[] head = part();
            byte[] tail = "\r\n--b--\r\n".getBytes(UTF_8);
            int size = 50 * 1024 * 1024 + 1;
            try (Socket socket = connect()) {
                OutputStream out = socket.getOutputStream();
                out.write(headers("Connection: close", "Content-Length: " + (head.length + size + tail.length)));
                out.write(head);
                filler(size).transferTo(out);
                out.write(tail);
                out.flush();
                assertTooLarge(new String(socket.getInputStream().readAllBytes(), UTF_8));
            }
        }
    }

    private static void assertTooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("urn:reading-room:problem:too-large");
    }

    private String sendChunked(int megabytes) throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(headers("Connection: close", "Transfer-Encoding: chunked"));
            try {
                chunk(out, part());
                byte[] filler = "x".repeat(MEGABYTE).getBytes(UTF_8);
                for (int i = 0; i < megabytes; i++) {
                    chunk(out, filler);
                }
                chunk(out, "\r\n--b--\r\n".getBytes(UTF_8));
                chunk(out, new byte[0]);
            } catch (SocketException closed) {
                // The service need not listen to the end.
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private String send(String length, byte[] body) throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(headers("Connection: close", length));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Socket connect() throws Exception {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static byte[] headers(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "POST /v1/documents HTTP/1.1", "Host: localhost", "Content-Type: multipart/form-data; boundary=b"));
        all.addAll(List.of(more));
        return lines(all.toArray(String[]::new));
    }

    private static byte[] part() {
        return lines(
                "--b", "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"", "Content-Type: text/plain");
    }

    private static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8);
    }

    private static InputStream filler(int size) {
        byte[] piece = "x".repeat(MEGABYTE).getBytes(UTF_8);
        List<InputStream> pieces = new ArrayList<>();
        for (int left = size; left > 0; left -= MEGABYTE) {
            pieces.add(new ByteArrayInputStream(piece, 0, Math.min(left, MEGABYTE)));
        }
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private static void chunk(OutputStream out, byte[] bytes) throws Exception {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(UTF_8));
        out.flush();
    }
}
