package io.readingroom.sequencing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.Patience;
import io.readingroom.ScriptedServer.Answer;
import io.readingroom.anchoring.RemoteAnchors;
import io.readingroom.anchoring.local.Folders;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Signer;
import io.readingroom.tlog.TreeHash;
import io.readingroom.verifier.Bundles;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Anchors over the network: what they give in return is given out, what they know otherwise freezes
/// the log, and what is wrong with one of them holds up nothing else.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@QuarkusTestResource(value = RemoteAnchors.class, restrictToAnnotatedClass = true)
@TestProfile(RemoteAnchorsIT.OwnRegister.class)
class RemoteAnchorsIT {

    /// A register of its own.
    public static final class OwnRegister implements QuarkusTestProfile {}

    private static final Signer STRANGER = Signer.of("stranger.example", NoteKey.Kind.COSIGNATURE, 5);

    @SuppressWarnings("NullAway.Init") // given by the test resource
    RemoteAnchors servers;

    @Inject
    AuditLog audit;

    @Inject
    SequencedLog log;

    @Inject
    LogKeys keys;

    @BeforeEach
    void introduce() {
        servers.witness().learn(log.keys().getFirst());
    }

    @AfterEach
    void mend() {
        servers.mend();
    }

    @Test
    void a_checkpoint_carries_the_witness_and_a_bundle_its_stamps() throws Exception {
        long size = recorded();
        Patience.until(
                "it is witnessed", () -> checkpoint().signedBy(servers.witness().key()));
        Patience.until("it is stamped", () -> stamped() >= size);
        Path bundle = Files.createTempFile("bundle", ".zip");
        Files.write(
                bundle,
                given().get("/v1/audit/bundle").then().statusCode(200).extract().asByteArray());
        String key = Files.writeString(
                        servers.folder().resolveSibling("log.vkey"),
                        given().get("/v1/audit/keys").asString())
                .toString();
        assertThat(Bundles.verified(
                        bundle,
                        "--key",
                        key,
                        "--witness",
                        servers.witness().key().text()))
                .startsWith("0 VERIFIED")
                .contains("Witness witness.example/w2: vouches for the first ", "Time stamps: ");
        assertThat(Bundles.verified(
                        bundle, "--key", key, "--witness", STRANGER.key().text()))
                .startsWith("1 NOT VERIFIED")
                .contains("stranger.example signed no checkpoint");
        Files.delete(bundle);
    }

    @Test
    void a_witness_that_saw_more_than_the_database_has_freezes_the_log() {
        long size = recorded();
        servers.witness().saw(said(size + 1000));
        recorded();
        frozen("database-went-back");
    }

    @Test
    void a_witness_that_saw_another_past_freezes_the_log() {
        recorded();
        servers.witness().saw(said(1));
        recorded();
        frozen("history-changed");
    }

    @Test
    void a_bucket_that_knows_more_than_the_database_freezes_the_log() {
        long size = recorded();
        Checkpoint more = said(size + 1000);
        servers.bucketAnchor().keep(keys.sign(more, origin()), more, older -> List.of());
        frozen("database-went-back");
    }

    @Test
    void one_that_does_not_answer_holds_up_no_other_and_the_log_goes_on() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        servers.authority().script(request -> {
            asked.countDown();
            never.await();
            return Answer.of(500);
        });
        recorded();
        asked.await();
        long size = recorded();
        Patience.until("the folder has it", () -> inFolder() >= size);
        Patience.until(
                "the witness has it",
                () -> checkpoint().signedBy(servers.witness().key()));
        assertThat(stamped()).isLessThan(size);
        servers.mend();
        never.countDown();
        Patience.until("it is stamped in the end", () -> stamped() >= size);
    }

    @Test
    void one_that_fails_is_counted_and_tried_again() {
        double before = failures();
        servers.witness().server().script(request -> Answer.of(500));
        long size = recorded();
        Patience.until("it is counted", () -> failures() > before);
        servers.mend();
        Patience.until(
                "it is tried again",
                () -> checkpoint().signedBy(servers.witness().key()));
        assertThat(checkpoint().asCheckpoint().orElseThrow().size()).isGreaterThanOrEqualTo(size);
        assertThat(log.standing().frozen()).isNull();
    }

    private void frozen(String reason) {
        Patience.until("it is frozen", () -> log.standing().frozen() != null);
        given().get("/v1/audit/log").then().body("frozen", equalTo(reason));
        given().post("/v1/audit/log/epochs").then().statusCode(200).body("frozen", equalTo(null));
        servers.witness().learn(log.keys().getFirst());
        long size = recorded();
        Patience.until("the epoch is anchored", () -> inFolder() >= size);
        assertThat(log.standing().frozen()).isNull();
    }

    private long recorded() {
        Patience.until("it is admitted", this::admitted);
        log.catchUp();
        return log.standing().size();
    }

    /// After a freeze the door opens a moment later.
    private boolean admitted() {
        try {
            audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
            return true;
        } catch (RefusedException closed) {
            return false;
        }
    }

    private Checkpoint said(long size) {
        return new Checkpoint(origin().text(), size, TreeHash.leaf(new byte[] {1}));
    }

    private Origin origin() {
        return Origin.parse(log.keys().getFirst().name()).orElseThrow();
    }

    private static SignedNote checkpoint() {
        return SignedNote.parse(given().get("/v1/audit/checkpoint").asString()).orElseThrow();
    }

    private long stamped() {
        return log.stamps(1).stream()
                .flatMap(stamp -> stamp.note().asCheckpoint().stream())
                .filter(said -> said.origin().equals(origin().text()))
                .mapToLong(Checkpoint::size)
                .max()
                .orElse(-1);
    }

    private long inFolder() {
        return Folders.in(servers.folder()).kept().stream()
                .flatMap(note -> note.asCheckpoint().stream())
                .filter(said -> said.origin().equals(origin().text()))
                .mapToLong(Checkpoint::size)
                .max()
                .orElse(-1);
    }

    private static double failures() {
        return Optional.of(given().get("/q/metrics").asString()).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("reading_room_register_anchor_failures_total{")
                        && line.contains("anchor=\"witness\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
