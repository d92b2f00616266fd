package io.readingroom.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.readingroom.demo.DatabaseServer;
import io.readingroom.document.DocumentId;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
class AuditIT {

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
                    .body("events.size()", equalTo(1))
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
            given().queryParam("to", "2020-01-01T00:00:00Z")
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
                audit.record(new AuditEvent.ChunkRead(document, "m", "sha256:0", i, 1, 1));
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
            audit.record(new AuditEvent.ChunkRead(document, "m", "sha256:0", 0, 1, 1));
            try (Connection late = database.connection();
                    Statement statement = late.createStatement()) {
                late.setAutoCommit(false);
                statement.execute("insert into audit_event"
                        + " (id, code, occurred_at, tenant, actor, document, outcome, detail, body)"
                        + " values (gen_random_uuid(), 'late', now(), 'default', 'a', '" + document
                        + "', 'succeeded', '{\"calls\": 1}', '')");
                for (int i = 2; i < 5; i++) {
                    audit.record(new AuditEvent.ChunkRead(document, "m", "sha256:0", i, 1, 1));
                }
                JsonPath first = page(document, 2, null);
                assertThat(first.<Integer>getList("events.detail.calls")).containsExactly(0);
                String next = first.get("next");
                late.commit();
                late.setAutoCommit(true);
                assertThat(page(document, 10, next)
                                .<Integer>getList("events.findAll { it.code != 'register.queried' }.detail.calls"))
                        .containsExactly(1, 2, 3, 4);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"postgres", "template1"})
        void an_open_transaction_of_another_application_holds_full_pages_back(String elsewhere) throws SQLException {
            DocumentId document = DocumentId.random();
            try (Connection other = DriverManager.getConnection(
                            database.url().replace("/postgres", "/" + elsewhere), DatabaseServer.USER, "");
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("select pg_current_xact_id()");
                for (int i = 0; i < 4; i++) {
                    audit.record(new AuditEvent.ChunkRead(document, "m", "sha256:0", i, 1, 1));
                }
                JsonPath held = page(document, 2, null);
                assertThat(held.getList("events")).isEmpty();
                assertThat(held.getBoolean("heldBack")).isTrue();
                JsonPath roomy = page(document, 100, null);
                assertThat(calls(roomy)).containsExactly(0, 1, 2, 3);
                assertThat(roomy.getString("next")).isNull();
                other.commit();
                JsonPath full = page(document, 2, held.getString("next"));
                assertThat(calls(full)).containsExactly(0, 1);
                assertThat(full.<Boolean>get("heldBack")).isNull();
            }
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
            for (String sql : new String[] {
                "update audit_event set actor = 'x'",
                "update audit_event set body = ''",
                "delete from audit_event",
                "truncate audit_event cascade"
            }) {
                assertThatThrownBy(() -> database.run(sql)).hasMessageContaining("append-only");
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

        @Test
        void every_event_waits_for_its_place_in_the_tree() {
            assertThat(database.number(
                            "select count(*) from audit_event where leaf_index is null and event_index not in"
                                    + " (select event_index from audit_pending) and code <> 'late'"))
                    .isZero();
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
