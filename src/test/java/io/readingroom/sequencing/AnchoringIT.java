package io.readingroom.sequencing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.Patience;
import io.readingroom.anchoring.local.Folders;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Checkpoints that were anchored hold the database to what it has said.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(AnchoringIT.Anchored.class)
class AnchoringIT {

    private static final Path FOLDER = Path.of("target", "anchors-" + UUID.randomUUID());

    /// Anchors in a folder, often.
    public static final class Anchored implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.register.anchor.folder", FOLDER.toString(),
                    "reading-room.register.anchor.folder-pause", "PT0S",
                    "reading-room.register.checkpoint-interval", "PT0.2S");
        }
    }

    @Inject
    AuditLog audit;

    @Inject
    SequencedLog log;

    @Inject
    LogKeys keys;

    @Inject
    Database database;

    @Test
    void what_is_anchored_was_signed_and_covers_what_was_recorded() {
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        log.catchUp();
        long size = log.standing().size();
        Patience.until("the folder has it", () -> anchored() >= size);
        for (SignedNote note : Folders.in(FOLDER).kept()) {
            assertThat(log.keys()).anyMatch(note::signedBy);
        }
    }

    @Test
    void an_anchor_that_knows_more_than_the_database_freezes_the_log() throws IOException {
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        log.catchUp();
        Origin origin = origin();
        place(keys.sign(new Checkpoint(origin.text(), log.standing().size() + 1000, new byte[32]), origin));
        frozen("database-went-back");
    }

    @Test
    void an_anchor_of_another_log_freezes_this_one() throws IOException {
        Origin other = new Origin(UUID.randomUUID(), origin().epoch());
        Checkpoint checkpoint = new Checkpoint(other.text(), 3, new byte[32]);
        place(new SignedNote(checkpoint.text(), List.of("\u2014 " + other.text() + " AAAAAAAA")));
        frozen("another-log-anchored");
    }

    @Test
    void an_anchor_that_knows_another_past_freezes_the_log() throws IOException {
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        log.catchUp();
        Origin origin = origin();
        long size = log.standing().size();
        Patience.until("the folder has it", () -> anchored() >= size);
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        Patience.until("it goes on", () -> anchored() > size);
        long newer = anchored() + 1;
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        place(keys.sign(new Checkpoint(origin.text(), newer, new byte[32]), origin));
        Patience.until("it is frozen", () -> log.standing().frozen() != null);
        assertThat(log.standing().frozen()).isIn("history-changed", "database-went-back");
        goOn();
    }

    private void frozen(String reason) {
        Patience.until("it is frozen", () -> log.standing().frozen() != null);
        given().get("/v1/audit/log").then().body("frozen", equalTo(reason));
        goOn();
    }

    private void goOn() {
        given().post("/v1/audit/log/epochs").then().statusCode(200).body("frozen", equalTo(null));
        Patience.until("it is admitted", this::admitted);
        log.catchUp();
        long size = log.standing().size();
        Patience.until("the epoch is anchored", () -> anchored() >= size);
        assertThat(log.standing().frozen()).isNull();
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

    private Origin origin() {
        return Origin.parse(log.keys().getFirst().name()).orElseThrow();
    }

    /// The largest size that was anchored in this epoch.
    private long anchored() {
        return Folders.in(FOLDER).kept().stream()
                .flatMap(note -> Checkpoint.parse(note.text()).stream())
                .filter(said -> said.origin().equals(origin().text()))
                .mapToLong(Checkpoint::size)
                .max()
                .orElse(-1);
    }

    private static void place(SignedNote note) throws IOException {
        Folders.in(FOLDER).keep(note, Checkpoint.parse(note.text()).orElseThrow(), older -> List.of());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).isNotEmpty();
        }
    }
}
