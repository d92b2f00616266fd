package io.readingroom.anchoring.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.readingroom.ScriptedServer;
import io.readingroom.ScriptedServer.Answer;
import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.AnchorFixture;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.GrowingLog;
import io.readingroom.anchoring.wire.TestWires;
import io.readingroom.egress.TlsFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStampTest {

    private static final Authority AUTHORITY = Authority.fresh();

    @TempDir
    Path folder;

    private final GrowingLog log = GrowingLog.fresh();

    @Test
    void a_checkpoint_is_stamped_and_the_reply_is_the_receipt() throws Exception {
        try (ScriptedServer server = AUTHORITY.serve()) {
            Anchored.Kept kept = (Anchored.Kept) log.giveTo(anchor(server.address(), Map.of()), 9);
            TimeStampResponse reply = new TimeStampResponse(kept.receipt());
            assertThat(reply.getTimeStampToken().getTimeStampInfo().getNonce()).isNotNull();
            assertThat(server.requests().getFirst().headers())
                    .containsEntry("content-type", "application/timestamp-query");
        }
    }

    @Test
    void no_nonce_is_used_twice() throws Exception {
        try (ScriptedServer server = AUTHORITY.serve()) {
            Anchor anchor = anchor(server.address(), Map.of());
            log.giveTo(anchor, 9);
            log.giveTo(anchor, 9);
            assertThat(new TimeStampRequest(server.requests().getFirst().body()).getNonce())
                    .isNotEqualTo(
                            new TimeStampRequest(server.requests().getLast().body()).getNonce());
        }
    }

    @Test
    void the_policy_that_was_asked_for_must_be_the_one_of_the_stamp() throws IOException {
        try (ScriptedServer server = AUTHORITY.serve()) {
            log.giveTo(anchor(server.address(), Map.of("policy", Authority.POLICY)), 9);
            server.script(request -> AUTHORITY.stamped(changed(request, null, false)));
            log.giveTo(anchor(server.address(), Map.of("policy", Authority.POLICY)), 9);
            assertFails(server, Map.of("policy", "1.3.6.1.4.1.99999.2"), "anchor-stamp-wrong");
        }
    }

    @Test
    void a_stamp_of_something_else_is_none() throws IOException {
        try (ScriptedServer server = AUTHORITY.serve()) {
            server.script(request -> AUTHORITY.stamped(changed(request, new byte[32], false)));
            assertFails(server, Map.of(), "anchor-stamp-wrong");
        }
    }

    @Test
    void a_stamp_with_another_nonce_is_none() throws IOException {
        try (ScriptedServer server = AUTHORITY.serve()) {
            server.script(request -> AUTHORITY.stamped(changed(request, null, true)));
            assertFails(server, Map.of(), "anchor-stamp-wrong");
        }
    }

    @Test
    void a_stamp_of_before_is_none() throws IOException {
        try (ScriptedServer server = AUTHORITY.serve()) {
            Anchored.Kept first = (Anchored.Kept) log.giveTo(anchor(server.address(), Map.of()), 9);
            server.script(request -> new Answer(200, "application/timestamp-reply", first.receipt()));
            assertFails(server, Map.of(), "anchor-stamp-wrong");
        }
    }

    @Test
    void a_signature_that_was_changed_is_wrong() throws IOException {
        try (ScriptedServer server = AUTHORITY.serve()) {
            server.script(request -> {
                Answer answer = AUTHORITY.answer(request);
                answer.body()[answer.body().length - 1] ^= 1;
                return answer;
            });
            assertFails(server, Map.of(), "anchor-stamp-wrong");
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_or_was_not_valid_at_the_time_is_refused() throws IOException {
        try (ScriptedServer server = Authority.fresh().serve()) {
            assertFails(server, Map.of(), "anchor-stamp-untrusted");
        }
        Authority expired = Authority.expired();
        Path trusted = Files.createDirectories(folder.resolve("expired"));
        try (ScriptedServer server = expired.serve()) {
            assertFails(server, Map.of("trust-file", expired.trusted(trusted).toString()), "anchor-stamp-wrong");
        }
    }

    @Test
    void an_authority_over_tls_is_asked_only_if_its_certificate_is_the_one_that_was_named() throws Exception {
        try (ScriptedServer server = AUTHORITY.serve();
                TlsFront front = TlsFront.before(server.address(), folder)) {
            assertFails(front.address(), Map.of(), "anchor-unreachable");
            assertThat(server.requests()).isEmpty();
            log.giveTo(
                    anchor(
                            front.address(),
                            Map.of("ca-file", front.certificate().toString())),
                    9);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <p>Welcome, anchor-declined",
        "500, application/timestamp-reply, no, anchor-declined",
        "200, application/timestamp-reply, no, anchor-stamp-wrong"
    })
    void an_answer_that_is_no_stamp_is_a_failure(int status, String type, String text, String code) throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> Answer.of(status, type, text))) {
            assertFails(server, Map.of(), code);
        }
    }

    @Test
    void settings_that_do_not_go_together_are_refused() throws IOException {
        URI address = URI.create("http://127.0.0.1:1");
        assertThatIllegalStateException()
                .isThrownBy(() -> anchor(address, Map.of("trust-file", "")))
                .withMessageContaining("trust-file");
        assertThatIllegalStateException()
                .isThrownBy(() -> anchor(address, Map.of("policy", "mine")))
                .withMessageContaining("policy");
        try (ScriptedServer server = AUTHORITY.serve()) {
            assertFails(server, Map.of("trust-file", folder.resolve("none").toString()), "anchor-trust-unreadable");
            Path empty = Files.writeString(folder.resolve("empty"), "");
            assertFails(server, Map.of("trust-file", empty.toString()), "anchor-trust-unreadable");
        }
    }

    /// The authority is OpenSSL's, behind a server of the test, and so is who verifies.
    @Test
    void a_stamp_of_openssl_is_kept_and_openssl_verifies_it() throws Exception {
        assumeThat(System.getenv("READING_ROOM_TEST_ANCHORS"))
                .as("see .ci/anchors")
                .isNotNull();
        Path trusted = AUTHORITY.trusted(folder);
        AUTHORITY.write(folder);
        try (ScriptedServer server = new ScriptedServer(request -> byOpenssl(request.body()))) {
            Anchored.Kept kept = (Anchored.Kept) log.giveTo(anchor(server.address(), Map.of()), 9);
            Path note = Files.writeString(folder.resolve("note"), log.note(9).note());
            Path reply = Files.write(folder.resolve("note.tsr"), kept.receipt());
            String[] verify = {
                "openssl",
                "ts",
                "-verify",
                "-data",
                note.toString(),
                "-in",
                reply.toString(),
                "-CAfile",
                trusted.toString()
            };
            assertThat(run(verify)).isZero();
            Files.writeString(note, log.note(10).note());
            assertThat(run(verify)).isNotZero();
        }
    }

    private Answer byOpenssl(byte[] query) {
        try {
            Path asked = Files.write(folder.resolve("query"), query);
            Path reply = folder.resolve("reply");
            int status = run(
                    "openssl",
                    "ts",
                    "-reply",
                    "-config",
                    folder.resolve("openssl.cnf").toString(),
                    "-queryfile",
                    asked.toString(),
                    "-out",
                    reply.toString());
            return status == 0
                    ? new Answer(200, "application/timestamp-reply", Files.readAllBytes(reply))
                    : Answer.of(500);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.of(500);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static TimeStampRequest changed(
            ScriptedServer.Request request, byte @Nullable [] digest, boolean otherNonce) {
        try {
            TimeStampRequest asked = new TimeStampRequest(request.body());
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            return generator.generate(
                    TSPAlgorithms.SHA256,
                    digest == null ? asked.getMessageImprintDigest() : digest,
                    otherNonce ? asked.getNonce().add(BigInteger.ONE) : asked.getNonce());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private void assertFails(ScriptedServer server, Map<String, String> settings, String code) {
        assertFails(server.address(), settings, code);
    }

    private void assertFails(URI address, Map<String, String> settings, String code) {
        assertThatThrownBy(() -> log.giveTo(anchor(address, settings), 9))
                .isInstanceOf(AnchorException.class)
                .hasMessage(code);
    }

    private Anchor anchor(URI address, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>();
        all.put("time-stamp.address", address.toString());
        all.put("time-stamp.trust-file", AUTHORITY.trusted(folder).toString());
        settings.forEach((name, value) -> all.put("time-stamp." + name, value));
        return new TimeStampSource(AnchorFixture.settings(all), TestWires.wires())
                .anchor()
                .orElseThrow();
    }
}
