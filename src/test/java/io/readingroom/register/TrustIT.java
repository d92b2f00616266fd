package io.readingroom.register;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.entry.Entry;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class TrustIT {

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @Test
    void a_receipt_proves_an_event_without_the_service() {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        JsonPath event = events(document);
        String path = "/v1/audit/events/" + event.getLong("events[0].index");
        LogProof proof = LogProof.parse(given().get(path + "/proof").asString()).orElseThrow();
        NoteKey key = NoteKey.parse(given().get("/v1/audit/keys")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        byte[] entry = Objects.requireNonNull(proof.extra());
        byte[] body = given().get(path + "/body").asByteArray();
        assertThat(proof.proves(entry, key)).isTrue();
        assertThat(Entry.parse(entry).orElseThrow().isOf(body)).isTrue();
        assertThat(Entry.parse(entry).orElseThrow().sequence()).isEqualTo(event.getLong("events[0].sequence"));
        assertThat(new String(body, UTF_8)).contains(document.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999", "-1", "x"})
    void there_is_no_receipt_for_what_is_not_there(String index) {
        given().get("/v1/audit/events/" + index + "/proof")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:reading-room:problem:no-such-entry"));
    }

    @Test
    void a_whole_register_is_found_whole() {
        audit.record(Read.chunk(DocumentId.random(), "m", "sha256:0", 1));
        given().get("/v1/audit/integrity")
                .then()
                .statusCode(200)
                .body("findings.size()", equalTo(0))
                .body("holds", equalTo(true))
                .body("entries", greaterThan(0))
                .body("checkpoints", greaterThan(0))
                .body("events", hasKey("chunk.read succeeded"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    body = convert_to(replace(convert_from(body, 'UTF8'), 'succeeded', 'suceeeded'), 'UTF8') | body-changed
                    document = gen_random_uuid() | columns-changed
                    occurred_at = occurred_at - interval '1 day' | columns-changed
                    entry = set_byte(entry, 30, get_byte(entry, 30) # 1) | entry-changed
                    tenant_seq = tenant_seq + 100000 | columns-changed""")
    void what_was_changed_is_named(String change, String what) throws SQLException {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        long index = events(document).getLong("events[0].index");
        database.run("create table kept as select * from audit_event where leaf_index = " + index);
        try {
            database.secretly("update audit_event set " + change + " where leaf_index = " + index);
            given().get("/v1/audit/integrity")
                    .then()
                    .body("holds", equalTo(false))
                    .body("findings.entry", hasItem((int) index))
                    .body("findings.what", hasItem(what));
        } finally {
            database.secretly("delete from audit_event where leaf_index = " + index
                    + "; insert into audit_event select * from kept; drop table kept");
        }
        given().get("/v1/audit/integrity").then().body("holds", equalTo(true));
    }

    @Test
    void what_was_removed_is_named() throws SQLException {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        long index = events(document).getLong("events[0].index");
        database.run("create table kept as select * from audit_event where leaf_index = " + index);
        try {
            database.secretly("delete from audit_event where leaf_index = " + index);
            given().get("/v1/audit/integrity")
                    .then()
                    .body("findings.entry", hasItem((int) index))
                    .body("findings.what", hasItems("entry-missing", "sequence-broken"));
        } finally {
            database.secretly("insert into audit_event select * from kept; drop table kept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv", "ocsf"})
    void an_export_has_every_event_once(String format) {
        DocumentId document = DocumentId.random();
        for (int i = 0; i < 5; i++) {
            audit.record(Read.chunk(document, "m", "sha256:0", i));
        }
        var answer = given().queryParam("format", format)
                .queryParam("document", document.toString())
                .get("/v1/audit/export");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains("chunk.read"))).hasSize(5);
        assertThat(lines).hasSize("csv".equals(format) ? 6 : 5);
        given().get("/v1/audit/queries/readers").then().body("events.detail.form", hasItem(format));
    }

    @Test
    void an_event_in_the_open_schema_has_what_its_class_requires() throws Exception {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentFailed(document, "no-text"));
        String line = given().queryParam("format", "ocsf")
                .queryParam("document", document.toString())
                .get("/v1/audit/export")
                .asString();
        var event = new ObjectMapper().readTree(line);
        for (String required : List.of(
                "activity_id",
                "actor",
                "api",
                "category_uid",
                "class_uid",
                "metadata",
                "severity_id",
                "src_endpoint",
                "time",
                "type_uid")) {
            assertThat(event.has(required)).as(required).isTrue();
        }
        assertThat(event.get("status_detail").asText()).isEqualTo("no-text");
        assertThat(event.get("type_uid").asLong()).isEqualTo(600399);
    }

    @Test
    void an_export_in_an_unknown_format_is_declined() {
        given().get("/v1/audit/export?format=xml").then().statusCode(400);
    }

    @Test
    void the_lineage_of_an_answer_leads_from_the_analysis_to_the_document() {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentReceived(document, 5, "text/plain"));
        audit.record(Read.chunk(document, "gemma", "sha256:9", 1));
        audit.record(Read.analysis(document, "gemma", "sha256:9", 3));
        JsonPath lineage =
                given().get("/v1/audit/documents/" + document + "/lineage").jsonPath();
        String entity = "rr:document/" + document;
        assertThat(lineage.getMap("entity")).containsKeys(entity, entity + "/text", entity + "/analysis");
        assertThat(lineage.getMap("agent")).containsKey("rr:model/gemma");
        assertThat(lineage.<String>getList("wasGeneratedBy.values()*.get('prov:entity')"))
                .contains(entity, entity + "/analysis");
        assertThat(lineage.<String>getList("used.values()*.get('prov:entity')")).contains(entity + "/text");
    }

    @Test
    void there_is_no_lineage_of_an_unknown_document() {
        given().get("/v1/audit/documents/" + DocumentId.random() + "/lineage")
                .then()
                .statusCode(404)
                .body("type", containsString("no-such-entry"));
    }

    private static JsonPath events(DocumentId document) {
        return given().queryParam("document", document.toString())
                .get("/v1/audit/events")
                .jsonPath();
    }
}
