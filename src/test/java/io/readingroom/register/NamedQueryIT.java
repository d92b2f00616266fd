package io.readingroom.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class NamedQueryIT {

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @Test
    void every_named_query_answers() {
        List<String> names = given().get("/v1/audit/queries").jsonPath().getList("name");
        assertThat(names).contains("accesses", "life", "refusals", "erasures", "readers");
        for (NamedQuery query : NamedQuery.values()) {
            var request = given().queryParam("document", UUID.randomUUID().toString())
                    .queryParam("actor", "nobody")
                    .queryParam("model", "m")
                    .queryParam("template", "sha256:0");
            request.get("/v1/audit/queries/" + query.word())
                    .then()
                    .statusCode(200)
                    .body("events.size()", equalTo(0));
        }
    }

    @Test
    void a_named_query_answers_its_question_alone() {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.DocumentCancelled(document));
        audit.record(new AuditEvent.TextAccessed(document));
        audit.record(Read.chunk(document, "gemma", "sha256:9", 1));
        audit.record(new AuditEvent.DocumentFailed(document, "no-text"));
        String of = "document=" + document;
        assertThat(codes("accesses", of)).containsExactly("text.accessed");
        assertThat(codes("failures", of)).containsExactly("document.failed");
        assertThat(codes("model", of + "&model=gemma")).containsExactly("chunk.read");
        assertThat(codes("model", of + "&model=sha256:9")).containsExactly("chunk.read");
        assertThat(codes("template", of + "&template=" + Read.TEMPLATE)).containsExactly("chunk.read");
        assertThat(codes("template", of + "&template=sha256:other")).isEmpty();
        assertThat(codes("life", of))
                .startsWith("document.cancelled", "text.accessed", "chunk.read", "document.failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accesses", "life", "actor", "model", "template"})
    void a_named_query_without_what_it_needs_is_declined(String name) {
        given().get("/v1/audit/queries/" + name)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:reading-room:problem:filter-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erasures?code=text.accessed", "refusals?outcome=failed"})
    void a_named_query_is_not_asked_for_what_it_does_not_answer(String query) {
        given().get("/v1/audit/queries/" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:reading-room:problem:filter-invalid"));
    }

    @Test
    void a_named_query_that_is_none_is_told_so() {
        given().get("/v1/audit/queries/weather")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:reading-room:problem:unknown-query"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register_accesses",
                "register_refusals",
                "register_failures",
                "register_erasures",
                "register_holds",
                "register_emergencies",
                "register_processing",
                "register_reads",
                "register_starts",
                "register_pruned"
            })
    void a_view_answers_in_the_database(String view) {
        assertThat(database.number("select count(*) from " + view)).isNotNegative();
    }

    @Test
    void a_view_answers_its_question_alone() {
        DocumentId document = DocumentId.random();
        audit.record(new AuditEvent.TextAccessed(document));
        audit.record(new AuditEvent.DocumentErased(document, "request"));
        given().get("/v1/audit/checkpoint").then().statusCode(200);
        given().queryParam("document", document.toString())
                .get("/v1/audit/queries/life")
                .then()
                .statusCode(200);
        String of = " where document = '" + document + "'";
        assertThat(database.number("select count(*) from register_accesses" + of))
                .isOne();
        assertThat(database.number("select count(*) from register_erasures" + of))
                .isOne();
        assertThat(database.number("select count(*) from register_gaps")).isZero();
    }

    private static List<String> codes(String query, String filters) {
        return given().get("/v1/audit/queries/" + query + "?" + filters)
                .jsonPath()
                .getList("events.code");
    }
}
