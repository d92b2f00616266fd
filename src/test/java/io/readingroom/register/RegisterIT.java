package io.readingroom.register;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class RegisterIT {

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @Nested
    class As_an_auditor {

        @Test
        void the_life_of_a_document_is_told() {
            String request = UUID.randomUUID().toString();
            String id = given().header("X-Request-Id", request)
                    .multiPart("file", "a.txt", "Some words.".getBytes(UTF_8))
                    .post("/v1/documents")
                    .path("id");
            given().queryParam("document", id)
                    .get("/v1/audit/events")
                    .then()
                    .statusCode(200)
                    .header("Link", (String) null)
                    .body("events[0].code", equalTo("document.received"))
                    .body("events[0].outcome", equalTo("succeeded"))
                    .body("events[0].request", equalTo(request))
                    .body("events[0].actor", matchesPattern("[0-9a-f]{32}"))
                    .body("events[0].time", matchesPattern(".*Z"))
                    .body("events[0].detail.bytes", equalTo(11))
                    .body("events[0].detail.mediaType", equalTo("text/plain"));
        }

        @Test
        void a_query_is_an_event_too() {
            String document = UUID.randomUUID().toString();
            given().queryParam("document", document)
                    .get("/v1/audit/events")
                    .then()
                    .statusCode(200);
            given().queryParam("document", document)
                    .get("/v1/audit/events")
                    .then()
                    .body("events.code", hasItem("register.queried"));
        }

        @Test
        void filters_narrow_the_answer() {
            given().delete("/v1/documents/" + UUID.randomUUID());
            given().multiPart("file", "a.exe", "x".getBytes(UTF_8)).post("/v1/documents");
            given().queryParam("outcome", "refused")
                    .queryParam("actor", "development")
                    .queryParam("from", "2020-01-01T00:00:00Z")
                    .get("/v1/audit/events")
                    .then()
                    .body("events.code", hasItem("upload.refused"))
                    .body("events.outcome", everyItem(equalTo("refused")))
                    .body("events.reason", hasItem("unsupported-type"));
            given().queryParam("to", "2000-01-01T00:00:00Z")
                    .get("/v1/audit/events")
                    .then()
                    .body("events.size()", equalTo(0));
            given().queryParam("actor", "somebody else")
                    .get("/v1/audit/events")
                    .then()
                    .body("events.size()", equalTo(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"document=x", "from=yesterday", "outcome=good", "limit=0", "limit=9999", "limit=x"})
        void a_filter_of_the_wrong_form_is_declined(String filter) {
            given().get("/v1/audit/events?" + filter)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:reading-room:problem:filter-invalid"));
        }

        @Test
        void a_cursor_that_nobody_gave_out_is_declined() {
            given().get("/v1/audit/events?cursor=nonsense")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:reading-room:problem:cursor-invalid"));
        }

        @Test
        void pages_show_every_event_once() {
            DocumentId document = DocumentId.random();
            for (int i = 0; i < 7; i++) {
                audit.record(Read.chunk(document, "m", "sha256:0", i));
            }
            List<Integer> calls = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                JsonPath page = page(document, 3, cursor);
                calls.addAll(calls(page));
                cursor = page.get("next");
            } while (cursor != null);
            assertThat(calls).containsExactly(0, 1, 2, 3, 4, 5, 6);
        }

        @Test
        void an_event_that_is_committed_late_is_not_missed() throws SQLException {
            DocumentId document = DocumentId.random();
            audit.record(Read.chunk(document, "m", "sha256:0", 0));
            try (Connection late = database.connection();
                    Statement statement = late.createStatement()) {
                late.setAutoCommit(false);
                statement.execute(Recorded.at(Instant.now())
                        .by("late")
                        .of(document)
                        .detail("{\"calls\":1}")
                        .insert());
                for (int i = 2; i < 5; i++) {
                    audit.record(Read.chunk(document, "m", "sha256:0", i));
                }
                JsonPath first = page(document, 4, null);
                assertThat(first.<Integer>getList("events.detail.calls")).containsExactly(0, 2, 3, 4);
                late.commit();
                late.setAutoCommit(true);
                assertThat(page(document, 10, new Cursor(first.getLong("events[3].index")).text())
                                .<Integer>getList("events.findAll { it.code != 'register.queried' }.detail.calls"))
                        .containsExactly(1);
            }
        }

        @Test
        void a_page_tells_the_checkpoint_that_covers_it() {
            DocumentId document = DocumentId.random();
            audit.record(new AuditEvent.DocumentCancelled(document));
            var answer = given().queryParam("document", document.toString()).get("/v1/audit/events");
            long covered = Long.parseLong(answer.header("Checkpoint"));
            assertThat(answer.jsonPath().getLong("events[0].index")).isLessThan(covered);
            Checkpoint checkpoint = Checkpoint.parse(
                            SignedNote.parse(given().get("/v1/audit/checkpoint").asString())
                                    .orElseThrow()
                                    .text())
                    .orElseThrow();
            assertThat(checkpoint.size()).isGreaterThanOrEqualTo(covered);
        }

        @Test
        void another_tenants_event_is_not_there() throws SQLException {
            database.run(
                    Recorded.at(Instant.now()).by("foreign").in("elsewhere").insert());
            given().queryParam("code", "foreign").get("/v1/audit/events").then().body("events.size()", equalTo(0));
            long index = database.number("select leaf_index from audit_event where code = 'foreign'");
            given().get("/v1/audit/events/" + index + "/proof").then().statusCode(404);
            given().get("/v1/audit/events/" + index + "/body").then().statusCode(404);
        }

        @Test
        void a_period_has_the_events_of_its_time() throws SQLException {
            DocumentId document = DocumentId.random();
            for (int day = 1; day < 5; day++) {
                database.run(Recorded.at(Instant.parse("2001-01-0" + day + "T12:00:00Z"))
                        .by("day-" + day)
                        .of(document)
                        .insert());
            }
            given().queryParam("document", document.toString())
                    .queryParam("from", "2001-01-02T12:00:00Z")
                    .queryParam("to", "2001-01-04T12:00:00Z")
                    .get("/v1/audit/events")
                    .then()
                    .body("events.code", contains("day-2", "day-3"));
        }

        @Test
        void a_page_says_where_the_next_is() {
            DocumentId document = DocumentId.random();
            for (int i = 0; i < 3; i++) {
                audit.record(new AuditEvent.DocumentCancelled(document));
            }
            given().queryParam("document", document.toString())
                    .queryParam("limit", 1)
                    .get("/v1/audit/events")
                    .then()
                    .body("next", notNullValue())
                    .header("Link", containsString("rel=\"next\""))
                    .header("Link", containsString("document=" + document));
        }
    }

    @Nested
    class As_an_intruder_with_the_services_database_role {

        @Test
        void events_can_neither_be_changed_nor_removed() {
            audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
            given().get("/v1/audit/checkpoint").then().statusCode(200);
            for (String sql : new String[] {
                "update audit_event set actor = 'x'",
                "update audit_event set body = ''",
                "update audit_event set leaf_index = leaf_index + 1000000",
                "delete from audit_event",
                "truncate audit_event cascade",
                "update log_tile set hashes = ''",
                "delete from log_tile",
                "truncate log_tile",
                "update log_checkpoint set note = ''",
                "delete from log_checkpoint"
            }) {
                assertThatThrownBy(() -> database.run(sql)).hasMessageMatching("(?s).*(append-only|only grows).*");
            }
        }
    }

    @Nested
    class As_an_operator {

        @Test
        void what_cannot_be_recorded_is_not_done() throws SQLException {
            long before = database.number("select count(*) from submission");
            database.run("alter table audit_pending rename to audit_pending_away");
            try {
                given().multiPart("file", "a.txt", "Some words.".getBytes(UTF_8))
                        .post("/v1/documents")
                        .then()
                        .statusCode(500);
                given().get("/v1/audit/events").then().statusCode(500);
            } finally {
                database.run("alter table audit_pending_away rename to audit_pending");
            }
            assertThat(database.number("select count(*) from submission")).isEqualTo(before);
        }
    }

    private static List<Integer> calls(JsonPath page) {
        return page.getList("events.findAll { it.code == 'chunk.read' }.detail.calls");
    }

    private static JsonPath page(DocumentId document, int limit, @Nullable String cursor) {
        var request = given().queryParam("document", document.toString()).queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/v1/audit/events")
                .jsonPath();
    }
}
