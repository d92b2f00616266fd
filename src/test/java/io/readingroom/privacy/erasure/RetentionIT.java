package io.readingroom.privacy.erasure;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(RetentionIT.TwoClasses.class)
class RetentionIT {

    public static final class TwoClasses implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.privacy.retention.classes.short", "P30D",
                    "reading-room.privacy.retention.classes.client-file", "P10Y",
                    "reading-room.privacy.retention.default-class", "client-file",
                    // By hand, so that nobody else sweeps meanwhile.
                    "reading-room.privacy.retention.every", "PT24H",
                    "reading-room.privacy.retention.batch", "2");
        }
    }

    @Inject
    Database database;

    @Inject
    RetentionSweep sweep;

    @Test
    void a_document_keeps_the_class_and_the_date_that_it_came_with() {
        String named = Upload.with(Map.of("retention", "short"));
        String silent = Upload.with(Map.of());
        retention(named).body("retentionClass", equalTo("short"), "held", equalTo(false));
        retention(silent).body("retentionClass", equalTo("client-file"));
        assertThat(database.number("select count(*) from retention join submission on id = document where id = '"
                        + named + "' and due_at = received_at + interval '30 days'"))
                .isOne();
        assertThat(
                        database.number(
                                "select count(*) from retention join submission on id = document where id = '" + silent
                                        + "' and due_at = received_at at time zone 'utc' at time zone 'utc' + interval '10 years'"))
                .isOne();
    }

    @Test
    void an_unknown_class_and_what_is_no_reference_are_refused() {
        refused(Map.of("retention", "for-ever"), "retention-unknown");
        refused(Map.of("subject", "x".repeat(129)), "reference-invalid");
        refused(Map.of("matter", "a\u0007b"), "reference-invalid");
    }

    @Test
    void what_is_due_is_erased_by_itself_with_its_cause_and_what_is_not_is_left() throws Exception {
        List<String> due = List.of(
                Upload.with(Map.of("retention", "short")),
                Upload.with(Map.of("retention", "short")),
                Upload.with(Map.of("retention", "short")));
        String later = Upload.with(Map.of("retention", "short"));
        due.forEach(this::letItBeDue);

        assertThat(overdue()).isEqualTo(3);
        sweep.sweep();

        assertThat(overdue()).isZero();
        for (String id : due) {
            given().get("/v1/documents/" + id + "/text").then().statusCode(410);
            given().queryParam("document", id)
                    .queryParam("code", "document.erased")
                    .get("/v1/audit/events")
                    .then()
                    .body("events.size()", equalTo(1), "events[0].detail.cause", equalTo("retention"));
            receipt(id).body("receipt.cause", equalTo("retention"), "receipt.retentionClass", equalTo("short"));
        }
        given().get("/v1/documents/" + later).then().body("state", not(equalTo("erased")));
    }

    @Test
    void a_document_that_cannot_be_erased_keeps_no_other_from_it() throws SQLException {
        List<String> due =
                List.of(Upload.with(Map.of()), Upload.with(Map.of()), Upload.with(Map.of()), Upload.with(Map.of()));
        due.forEach(this::letItBeDue);
        String stuck = due.getFirst();
        database.run("create function stuck() returns trigger language plpgsql as $$ begin if new.document = '" + stuck
                + "' then raise exception 'stuck'; end if; return new; end $$;"
                + " create trigger stuck before insert on erasure for each row execute function stuck()");
        try {
            sweep.sweep();
        } finally {
            database.run("drop trigger stuck on erasure; drop function stuck");
        }
        assertThat(overdue()).isOne();
        assertThat(count("erasure where document = '" + stuck + "'")).isZero();
        assertThat(count("document_key where destroyed_at is null and document = '" + stuck + "'"))
                .isOne();
        sweep.sweep();
        assertThat(overdue()).isZero();
    }

    @Test
    void all_documents_about_a_subject_or_a_matter_are_erased_together() {
        String subject = "client-" + UUID.randomUUID();
        String matter = "matter-" + UUID.randomUUID();
        String one = Upload.with(Map.of("subject", subject));
        String two = Upload.with(Map.of("subject", subject, "matter", matter));
        String three = Upload.with(Map.of("matter", matter));
        // The same word of the other kind is another reference.
        String other = Upload.with(Map.of("matter", subject));

        assertThat(count("retention where position('" + HexFormat.of().formatHex(subject.getBytes(UTF_8))
                        + "' in encode(subject, 'hex')) > 0"))
                .isZero();
        erase("subject", subject)
                .statusCode(200)
                .body("erased", containsInAnyOrder(one, two), "erasedCount", equalTo(2), "heldCount", equalTo(0));
        erase("subject", subject).body("erasedCount", equalTo(0));
        erase("matter", matter).body("erased", containsInAnyOrder(three));
        receipt(one).body("receipt.cause", equalTo("subject"));
        receipt(three).body("receipt.cause", equalTo("matter"));
        retention(other).statusCode(200);
        given().contentType("application/json")
                .body(Map.of("subject", subject, "matter", matter))
                .post("/v1/erasures")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:reading-room:problem:reference-invalid"));
    }

    @Test
    void another_tenants_documents_about_the_same_reference_stay() throws SQLException {
        String subject = "client-" + UUID.randomUUID();
        String foreign = Upload.with(Map.of("subject", subject));
        for (String table : List.of("document_key", "retention")) {
            database.run("update " + table + " set tenant = 'other' where document = '" + foreign + "'");
        }
        erase("subject", subject).body("erasedCount", equalTo(0));
        assertThat(count("document_key where destroyed_at is null and document = '" + foreign + "'"))
                .isOne();
    }

    @Test
    void a_receipt_says_what_went_and_when_it_has_reached_the_backups_and_is_signed() throws Exception {
        String id = Upload.with(Map.of("subject", "client-1"));
        given().get("/v1/documents/" + id + "/erasure")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reading-room:problem:not-erased"));
        given().delete("/v1/documents/" + id).then().statusCode(204);

        ValidatableResponse receipt = receipt(id);
        receipt.body(
                        "receipt.documentId", equalTo(id),
                        "receipt.cause", equalTo("request"),
                        "receipt.keyDestroyed", equalTo(true),
                        "receipt.kek", notNullValue(),
                        "receipt.released", hasKey("pipeline.readings"))
                .body("receipt.released.'privacy.key'", equalTo(1))
                .body("receipt.released.'privacy.references'", equalTo(1))
                .body("receipt.released.'intake.segments'", equalTo(1));
        assertThat(database.number("select extract(day from timestamptz '"
                        + receipt.extract().path("receipt.backupsUntil")
                        + "' - erased_at) from erasure where document = '"
                        + id + "'"))
                .isEqualTo(35);
        assertThat(verified(receipt.extract().asString()))
                .isEqualTo(new ObjectMapper()
                        .readTree(receipt.extract().asString())
                        .path("receipt"));
        retention(id).statusCode(410);
        given().get("/v1/documents/" + UUID.randomUUID() + "/erasure").then().statusCode(404);
    }

    /// What the signature covers, once it holds.
    private static JsonNode verified(String answer) throws Exception {
        JsonNode signed = new ObjectMapper().readTree(answer);
        String[] parts = signed.path("jws").asText().split("\\.", -1);
        byte[] point =
                Base64.getUrlDecoder().decode(signed.path("key").path("x").asText());
        Signature signature = Signature.getInstance("Ed25519");
        // The encoding of RFC 8410 before the key itself.
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(point));
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private static void refused(Map<String, String> parts, String problem) {
        var request = given().multiPart("file", "a.txt", "Some words.".getBytes(UTF_8));
        parts.forEach(request::multiPart);
        request.post("/v1/documents")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:reading-room:problem:" + problem));
    }

    private static ValidatableResponse erase(String kind, String reference) {
        return given().contentType("application/json")
                .body(Map.of(kind, reference))
                .post("/v1/erasures")
                .then();
    }

    private static ValidatableResponse retention(String id) {
        return given().get("/v1/documents/" + id + "/retention").then();
    }

    private static ValidatableResponse receipt(String id) {
        return given().get("/v1/documents/" + id + "/erasure").then().statusCode(200);
    }

    private void letItBeDue(String id) {
        try {
            database.run("update retention set due_at = now() - interval '1 day' where document = '" + id + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int overdue() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("reading_room_privacy_retention_overdue"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToInt(number -> (int) Double.parseDouble(number))
                .sum();
    }

    private long count(String rows) {
        return database.number("select count(*) from " + rows);
    }
}
