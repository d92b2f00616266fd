package io.readingroom.sequencing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.privacy.erasure.Upload;
import io.readingroom.register.Auditor;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.NoteKey;
import io.readingroom.verifier.Alarms;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

// In a register of its own: other tests look at bodies.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(AnchoringIT.Anchored.class)
class PruningIT {

    @Inject
    AuditLog audit;

    @Inject
    SequencedLog log;

    @Inject
    Pruner pruner;

    @Inject
    Auditor auditor;

    @Inject
    Database database;

    @Test
    void an_event_whose_retention_has_ended_is_gone_and_its_place_is_proven_as_before() {
        DocumentId old = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(old));
        log.catchUp();
        long index = database.number("select max(leaf_index) from audit_event where document = '" + old + "'");
        long placed = database.number(
                "select (extract(epoch from sequenced_at) * 1000000)::bigint from audit_event where leaf_index = "
                        + index);
        Instant end = Instant.EPOCH.plus(placed + 1, ChronoUnit.MICROS);
        DocumentId young = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(young));
        log.catchUp();

        assertThat(pruner.batch(end)).isPositive();

        given().queryParam("code", "document.cancelled")
                .queryParam("document", young.toString())
                .get("/v1/audit/events")
                .then()
                .body("events.code", contains("document.cancelled"));
        given().queryParam("code", "document.cancelled")
                .queryParam("document", old.toString())
                .get("/v1/audit/events")
                .then()
                .body("events.size()", equalTo(0));
        given().get("/v1/audit/events/" + index + "/body").then().statusCode(404);
        LogProof proof = LogProof.parse(
                        given().get("/v1/audit/events/" + index + "/proof").asString())
                .orElseThrow();
        NoteKey key = log.keys().getFirst();
        assertThat(proof.proves(Objects.requireNonNull(proof.extra()), key)).isTrue();
        given().get("/v1/audit/integrity").then().body("holds", equalTo(true));
        given().get("/v1/audit/events?code=bodies.pruned").then().body("events.outcome", hasItem("succeeded"));
        assertThat(database.number("select count(*) from register_gaps")).isZero();
        assertThat(pruner.batch(end)).isZero();
    }

    @Test
    void what_a_legal_hold_keeps_lets_go_when_no_hold_keeps_it_any_more() throws SQLException {
        String subject = "subject-" + UUID.randomUUID();
        String matter = "matter-" + UUID.randomUUID();
        String one = Upload.with(Map.of());
        List<String> held = List.of(
                one, Upload.with(Map.of("subject", subject)), Upload.with(Map.of("matter", matter, "subject", "x")));
        String free = Upload.with(Map.of("subject", "another", "matter", "another"));
        hold(Map.of("reason", "audit", "document", one));
        hold(Map.of("reason", "audit", "subject", subject));
        hold(Map.of("reason", "audit", "matter", matter));
        log.catchUp();
        Instant end = lastPlaced().plus(1, ChronoUnit.MICROS);

        pruneAll(end);

        assertThat(received(free)).isZero();
        assertThat(held).allSatisfy(document -> assertThat(received(document)).isOne());
        wholeAndVerified(end);
        again();
        assertThat(held).allSatisfy(document -> assertThat(received(document)).isOne());

        database.run("update legal_hold set released_by = 'another', released_at = now() where kind <> 'matter'");
        again();
        assertThat(held.stream().map(this::received)).containsExactly(0L, 0L, 1L);
        database.run("update legal_hold set released_by = 'another', released_at = now() where released_at is null");
        again();
        assertThat(held).allSatisfy(document -> assertThat(received(document)).isZero());
        assertThat(database.number("select count(*) from log_held")).isZero();
        wholeAndVerified(end);
    }

    private static void hold(Map<String, String> request) {
        given().contentType("application/json")
                .body(request)
                .post("/v1/holds")
                .then()
                .statusCode(201);
    }

    private Instant lastPlaced() {
        long micros =
                database.number("select (extract(epoch from max(sequenced_at)) * 1000000)::bigint from audit_event");
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private void pruneAll(Instant end) {
        while (pruner.batch(end) > 0) {
            assertThat(database.number("select pruned from log_state")).isPositive();
        }
    }

    /// Looks at all that is kept: once from where it is, once from the beginning.
    private void again() {
        pruner.again();
        pruner.again();
    }

    private long received(String document) {
        return database.number(
                "select count(*) from audit_event where code = 'document.received' and document = '" + document + "'");
    }

    private void wholeAndVerified(Instant bodiesSince) {
        given().get("/v1/audit/integrity").then().body("holds", equalTo(true));
        assertThat(Alarms.of(auditor.bundle(log, "default"), log.keys(), List.of(), bodiesSince))
                .isEmpty();
    }
}
