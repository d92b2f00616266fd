package io.readingroom.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.readingroom.ScriptedServer.Answer;
import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.AnchorFixture;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.GrowingLog;
import io.readingroom.anchoring.wire.TestWires;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Signer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessTest {

    private final GrowingLog log = GrowingLog.fresh();

    /// Both, where there is a real one: the scripted one must not know a protocol of its own.
    enum Kind {
        SCRIPTED,
        REAL;

        WitnessServer start() throws IOException {
            if (this == SCRIPTED) {
                return new ScriptedWitness();
            }
            String programs = System.getenv("READING_ROOM_TEST_ANCHORS");
            assumeThat(programs).as("a real witness, see .ci/anchors").isNotNull();
            return RealWitness.start(programs);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_signs_a_log_that_grows(Kind kind) throws IOException {
        try (WitnessServer server = kind.start()) {
            server.learn(log.signer().key());
            Anchor witness = anchor(server);
            for (long size : new long[] {0, 1, 7, 8, 300}) {
                SignedNote note = cosigned(size, log.giveTo(witness, size));
                assertThat(note.signedBy(server.key())).as("size " + size).isTrue();
                assertThat(note.signedBy(log.signer().key())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_knows_more_than_this_replica_says_so_and_is_given_the_proof_from_there(Kind kind) throws IOException {
        try (WitnessServer server = kind.start()) {
            server.learn(log.signer().key());
            log.giveTo(anchor(server), 5);
            Anchor other = anchor(server);
            assertThat(cosigned(9, log.giveTo(other, 9)).signedBy(server.key())).isTrue();
            assertThat(cosigned(9, log.giveTo(other, 9)).signedBy(server.key())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_log_that_went_back_is_told_how_large_it_was(Kind kind) throws IOException {
        try (WitnessServer server = kind.start()) {
            server.learn(log.signer().key());
            Anchor witness = anchor(server);
            log.giveTo(witness, 20);
            assertThat(log.giveTo(witness, 12)).isEqualTo(new Anchored.Ahead(20));
            assertThat(log.giveTo(anchor(server), 12)).isEqualTo(new Anchored.Ahead(20));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_log_that_was_another_one_before_is_found_out(Kind kind) throws IOException {
        try (WitnessServer server = kind.start()) {
            server.learn(log.signer().key());
            Anchor witness = anchor(server);
            log.giveTo(witness, 20);
            assertThat(log.forked().giveTo(witness, 30)).isEqualTo(new Anchored.OtherPast());
            assertThat(log.forked().giveTo(anchor(server), 30)).isEqualTo(new Anchored.OtherPast());
            assertThat(log.forked().giveTo(witness, 20)).isEqualTo(new Anchored.OtherPast());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_log_that_it_does_not_know_or_that_another_signed_is_refused(Kind kind) throws IOException {
        try (WitnessServer server = kind.start()) {
            assertFails(server, "anchor-knows-not-the-log");
            server.learn(
                    Signer.of(log.signer().key().name(), NoteKey.Kind.NOTE, 3).key());
            assertFails(server, "anchor-knows-not-the-log");
        }
    }

    @Test
    void a_signature_of_somebody_else_is_none() throws IOException {
        try (ScriptedWitness server = new ScriptedWitness()) {
            server.learn(log.signer().key());
            Signer other = Signer.of(server.key().name(), NoteKey.Kind.COSIGNATURE, 8);
            server.server()
                    .script(request -> Answer.of(
                            200,
                            "text/plain",
                            other.cosign(log.note(3), 5).signatures().getLast() + "\n"));
            assertFails(server, "anchor-signature-wrong");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, text/plain, no, anchor-declined",
        "500, text/plain, no, anchor-declined",
        "301, text/plain, no, anchor-declined",
        "200, text/plain, thanks, anchor-signature-wrong",
        "422, text/plain, no, anchor-answer-malformed",
        "409, text/plain, 900, anchor-answer-malformed",
        "409, text/x.tlog.size, many, anchor-answer-malformed",
        "409, text/x.tlog.size, 9999999999999999999, anchor-answer-malformed",
        "409, text/x.tlog.size, 0, anchor-answer-malformed"
    })
    void an_answer_that_says_nothing_of_the_log_is_a_failure_alone(int status, String type, String text, String code)
            throws IOException {
        try (ScriptedWitness server = new ScriptedWitness()) {
            server.server().script(request -> Answer.of(status, type, text));
            assertFails(server, code);
        }
    }

    @Test
    void one_that_others_keep_asking_is_given_up_for_now() throws IOException {
        try (ScriptedWitness server = new ScriptedWitness()) {
            server.server()
                    .script(request -> Answer.of(
                            409, "text/x.tlog.size", server.server().requests().size() % 2 + 1 + "\n"));
            assertFails(server, "anchor-overtaken");
        }
    }

    @Test
    void nobody_there_one_who_is_slow_and_an_address_that_the_lock_refuses_are_told_apart() throws IOException {
        assertFails(URI.create("http://127.0.0.1:1"), "anchor-unreachable");
        assertFails(URI.create("http://192.0.2.7"), "anchor-address-refused");
        try (ScriptedWitness server = new ScriptedWitness()) {
            CountDownLatch never = new CountDownLatch(1);
            server.server().script(request -> {
                never.await();
                return Answer.of(200);
            });
            assertFails(server, "anchor-too-slow");
        }
    }

    @Test
    void settings_that_do_not_go_together_are_refused() throws IOException {
        try (ScriptedWitness server = new ScriptedWitness()) {
            assertThat(new WitnessSource(AnchorFixture.settings(Map.of()), TestWires.wires()).anchor())
                    .isEmpty();
            for (String key : new String[] {"none", log.signer().key().text()}) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> anchor(server.address(), key))
                        .withMessageContaining("witness.key");
            }
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            anchor(URI.create("ftp://witness"), server.key().text()))
                    .withMessageContaining("witness.address");
        }
    }

    private SignedNote cosigned(long size, Anchored anchored) {
        assertThat(anchored).isInstanceOf(Anchored.Kept.class);
        String receipt = new String(((Anchored.Kept) anchored).receipt(), UTF_8);
        return SignedNote.parse(log.note(size).note() + receipt).orElseThrow();
    }

    private void assertFails(WitnessServer server, String code) {
        assertThatThrownBy(() -> log.giveTo(anchor(server), 3))
                .isInstanceOf(AnchorException.class)
                .hasMessage(code);
    }

    private void assertFails(URI address, String code) {
        String key = Signer.of("w", NoteKey.Kind.COSIGNATURE, 1).key().text();
        assertThatThrownBy(() -> log.giveTo(anchor(address, key), 3))
                .isInstanceOf(AnchorException.class)
                .hasMessage(code);
    }

    private static Anchor anchor(WitnessServer server) {
        return anchor(server.address(), server.key().text());
    }

    private static Anchor anchor(URI address, String key) {
        Map<String, String> settings = new HashMap<>();
        settings.put("witness.address", address.toString());
        settings.put("witness.key", key);
        settings.put("witness.timeout", "2S");
        return new WitnessSource(AnchorFixture.settings(settings), TestWires.wires())
                .anchor()
                .orElseThrow();
    }
}
