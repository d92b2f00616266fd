package io.readingroom.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.pipeline.GuardedHouse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every operation of the served description is asked with every role, with none, and from another tenant; what is to
/// come out stands in `docs/reference/roles.md`.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(GuardedHouse.class)
class AccessMatrixIT {

    private static final String OURS = "north";
    private static final String FORBIDDEN = "403 urn:reading-room:problem:forbidden";
    private static final String THEIRS = "south";

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedIssuer issuer;

    @Test
    void the_table_has_a_line_for_every_operation_and_a_column_for_every_role() {
        assertThat(RoleTable.rules().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Operation.all().stream().map(Operation::id).toList());
        assertThat(RoleTable.roles()).isEqualTo(Roles.ALL);
    }

    @Test
    void every_operation_answers_every_role_as_the_table_says() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : Operation.all()) {
            RoleTable.Rule rule = rule(operation);
            for (String role : Roles.ALL) {
                // Nobody has opened the glass for another operation.
                Response answer =
                        ask(operation, issuer.token(operation.id(), OURS, granting(role)), documentFor(operation));
                String asked = operation.id() + " as " + role;
                if (rule.allows(granting(role))) {
                    all.assertThat(answer.statusCode())
                            .as(asked)
                            .isIn(operation.answers())
                            .isNotIn(401, 403, 404);
                } else {
                    all.assertThat(problem(answer))
                            .as(asked)
                            .isEqualTo(
                                    rule.opened().contains(role)
                                            ? "403 urn:reading-room:problem:glass-closed"
                                            : FORBIDDEN);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void nobody_is_let_in_without_a_token_or_a_tenant() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : Operation.all()) {
            String document = documentFor(operation);
            Response nobody = ask(operation, null, document);
            Response tenantless = ask(operation, issuer.token("sam", null, everyRole()), document);
            if (rule(operation).isPublic()) {
                all.assertThat(nobody.statusCode()).as(operation.id()).isEqualTo(200);
                all.assertThat(tenantless.statusCode()).as(operation.id()).isEqualTo(200);
            } else {
                all.assertThat(problem(nobody))
                        .as(operation.id())
                        .isEqualTo("401 urn:reading-room:problem:unauthenticated");
                all.assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"reading-room\"");
                all.assertThat(problem(tenantless))
                        .as("%s without a tenant", operation.id())
                        .isEqualTo(FORBIDDEN);
            }
        }
        all.assertAll();
    }

    @Test
    void a_document_of_another_tenant_is_not_there() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : Operation.all()) {
            String document = document();
            Response answer = ask(operation, issuer.token("sam", THEIRS, everyRole()), document);
            if (operation.isAboutOneThing() || operation.id().equals("setHold")) {
                all.assertThat(problem(answer))
                        .as(operation.id())
                        .matches("404 urn:reading-room:problem:(unknown-document|no-such-entry|unknown-hold)");
            } else if (operation.id().equals("openEpoch")) {
                all.assertThat(answer.statusCode()).as(operation.id()).isEqualTo(409);
            } else {
                all.assertThat(answer.statusCode()).as(operation.id()).isBetween(200, 299);
                all.assertThat(answer.asString()).as(operation.id()).doesNotContain(document);
            }
        }
        all.assertAll();
    }

    @Test
    void the_other_form_of_an_analysis_is_guarded_as_the_first() {
        String document = document();
        String path = "/v1/documents/" + document + "/analysis";
        given().accept("text/markdown").get(path).then().statusCode(401);
        given().auth()
                .oauth2(issuer.token("sam", OURS, "uploader"))
                .accept("text/markdown")
                .get(path)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(issuer.token("sam", THEIRS, "reader"))
                .accept("text/markdown")
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(issuer.token("sam", OURS, "reader"))
                .accept("text/markdown")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void an_uploader_who_may_not_read_does_not_get_the_analysis_by_waiting_for_it() {
        upload(issuer.token("sam", OURS, "uploader")).then().statusCode(202);
        upload(issuer.token("sam", OURS, "uploader", "reader")).then().statusCode(200);
    }

    @Test
    void an_endpoint_without_a_rule_is_closed() {
        given().get("/unruled").then().statusCode(401);
        given().auth()
                .oauth2(issuer.token("sam", OURS, everyRole()))
                .get("/unruled")
                .then()
                .statusCode(403);
    }

    @Test
    void what_the_service_does_with_a_document_stands_in_its_tenant() {
        String document = document();
        List<String> codes = register(OURS, document);
        assertThat(codes).contains("document.received", "text.extracted", "chunk.read", "analysis.completed");
        assertThat(register(THEIRS, document)).isEmpty();
    }

    private List<String> register(String tenant, String document) {
        return given().auth()
                .oauth2(issuer.token("ada", tenant, "auditor"))
                .queryParam("document", document)
                .get("/v1/audit/events")
                .jsonPath()
                .getList("events.code");
    }

    @Test
    void the_description_says_how_to_show_who_asks() {
        for (Operation operation : Operation.all()) {
            assertThat(operation.security())
                    .as(operation.id())
                    .isEqualTo(rule(operation).isPublic() ? "[]" : "[{\"bearer\":[]},{\"certificate\":[]}]");
            assertThat(operation.answers().containsAll(Set.of(401, 403)))
                    .as(operation.id())
                    .isEqualTo(!rule(operation).isPublic());
        }
    }

    private Response ask(Operation operation, @Nullable String token, String document) {
        RequestSpecification request = given().header("Break-Glass-Reason", "court-order");
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (operation.takesForm()) {
            request.multiPart("file", "a.txt", "Some words.".getBytes(UTF_8));
        }
        if (operation.takesJson()) {
            request.contentType("application/json").body(json(operation, document));
        }
        return request.request(operation.method(), path(operation, document));
    }

    private static Map<String, String> json(Operation operation, String document) {
        return operation.id().equals("setHold")
                ? Map.of("document", document, "reason", "litigation")
                : Map.of("subject", "nobody");
    }

    private String path(Operation operation, String document) {
        String path = operation.path().replace("{name}", "refusals");
        if (operation.isAboutAnEvent()) {
            return path.replace("{index}", event(document));
        }
        return path.replace("{id}", operation.isAboutAHold() ? hold() : document);
    }

    /// An event of ours.
    private String event(String document) {
        return given().auth()
                .oauth2(issuer.token("ada", OURS, "auditor"))
                .queryParam("document", document)
                .get("/v1/audit/events")
                .jsonPath()
                .getString("events[0].index");
    }

    /// A hold of ours, set by somebody who asks for nothing else.
    private String hold() {
        return given().auth()
                .oauth2(issuer.token("hilda", OURS, "privacy-officer"))
                .contentType("application/json")
                .body(Map.of("matter", "one of many", "reason", "litigation"))
                .post("/v1/holds")
                .path("id");
    }

    /// A document of its own for an operation that is about one, for it may erase it.
    private String documentFor(Operation operation) {
        boolean needed = operation.isAboutADocument()
                || operation.isAboutAnEvent()
                || operation.id().equals("setHold");
        return needed ? document() : "";
    }

    /// A document of ours that was read.
    private String document() {
        Response answer = upload(issuer.token("ursula", OURS, "uploader", "reader"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.path("documentId");
    }

    private static Response upload(String token) {
        return given().auth()
                .oauth2(token)
                .header("Prefer", "wait=30")
                .multiPart("file", "a.txt", "Some words.".getBytes(UTF_8))
                .post("/v1/documents");
    }

    /// The roles of a caller that is to have this one: the glass is broken by those who have another as well.
    private static String[] granting(String role) {
        return role.equals(Roles.BREAK_GLASS) ? new String[] {role, Roles.ADMIN} : new String[] {role};
    }

    private static String[] everyRole() {
        return Roles.ALL.toArray(String[]::new);
    }

    private static RoleTable.Rule rule(Operation operation) {
        RoleTable.Rule rule = RoleTable.rules().get(operation.id());
        if (rule == null) {
            throw new AssertionError("docs/reference/roles.md has no line for " + operation.id());
        }
        return rule;
    }

    private static String problem(Response answer) {
        return answer.contentType().equals("application/problem+json")
                ? answer.statusCode() + " " + answer.path("type")
                : answer.statusCode() + " " + answer.contentType();
    }
}
