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
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.NoteKey;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
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
}
