package io.readingroom.admission;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.access.ScriptedIssuer;
import io.readingroom.pipeline.GuardedHouse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(GuardedHouse.class)
class BreakGlassIT {

    private static final String GLASS = "/v1/access/break-glass";

    @Inject
    Database database;

    @Inject
    BreakGlass glass;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedIssuer issuer;

    private String tenant = "";
    private String document = "";

    @BeforeEach
    void keepADocument() {
        tenant = "tenant-" + UUID.randomUUID();
        document = given().auth()
                .oauth2(issuer.token("ursula", tenant, "uploader", "reader"))
                .header("Prefer", "wait=30")
                .multiPart("file", "a.txt", "Some words.".getBytes(UTF_8))
                .post("/v1/documents")
                .path("documentId");
    }

    @Test
    void an_administrator_reads_while_the_glass_is_broken_and_every_step_is_recorded() {
        String admin = issuer.token("otto", tenant, "admin", "break-glass");
        assertRefused(read(admin, "analysis", "court-order"), 403, "glass-closed");

        Response opened = open(admin, "court-order");
        opened.then().statusCode(201).body("reason", equalTo("court-order"));
        assertThat(Duration.between(Instant.parse(opened.path("openedAt")), Instant.parse(opened.path("expiresAt"))))
                .isEqualTo(Duration.ofMinutes(60));
        read(admin, "analysis", "court-order").then().statusCode(200);
        read(admin, "text", "court-order").then().statusCode(200).body("text", equalTo("Some words."));
        given().auth().oauth2(admin).delete(GLASS).then().statusCode(204);
        assertRefused(read(admin, "text", "court-order"), 403, "glass-closed");

        List<String> codes = events("events.code");
        assertThat(codes.stream().filter(code -> code.startsWith("glass.")))
                .containsExactly("glass.opened", "glass.used", "glass.used", "glass.closed");
        assertThat(codes).containsSequence("glass.used", "analysis.accessed");
        String id = opened.path("id");
        assertThat(events("events.findAll { it.code.startsWith('glass.') }.detail.glass"))
                .containsOnly(id);
        assertThat(events("events.findAll { it.code == 'glass.used' }.document"))
                .containsOnly(document);
        assertThat(events("events.findAll { it.code == 'glass.closed' }.detail.cause"))
                .containsExactly("by-opener");
    }

    @Test
    void a_glass_is_open_to_its_opener_for_its_reason_in_its_tenant() {
        String officer = issuer.token("petra", tenant, "privacy-officer", "break-glass");
        open(officer, "danger-to-life").then().statusCode(201);
        read(officer, "text", "danger-to-life").then().statusCode(200);
        assertRefused(read(officer, "text", "court-order"), 403, "glass-closed");
        assertRefused(read(officer, "text", null), 400, "reason-unknown");
        assertRefused(read(officer, "text", "curiosity"), 400, "reason-unknown");
        String other = issuer.token("paul", tenant, "privacy-officer", "break-glass");
        assertRefused(read(other, "text", "danger-to-life"), 403, "glass-closed");
        String elsewhere = issuer.token("petra", "another", "privacy-officer", "break-glass");
        assertRefused(read(elsewhere, "text", "danger-to-life"), 404, "unknown-document");
        String withoutTheRole = issuer.token("petra", tenant, "privacy-officer");
        assertRefused(read(withoutTheRole, "text", "danger-to-life"), 403, "forbidden");
    }

    @Test
    void it_is_not_opened_without_a_reason_or_by_anybody_else() {
        String admin = issuer.token("otto", tenant, "admin", "break-glass");
        assertRefused(open(admin, null), 400, "reason-unknown");
        assertRefused(open(admin, "curiosity"), 400, "reason-unknown");
        assertRefused(open(issuer.token("ada", tenant, "auditor", "break-glass"), "court-order"), 403, "forbidden");
        assertRefused(open(issuer.token("ada", tenant, "admin"), "court-order"), 403, "forbidden");
    }

    @Test
    void it_closes_when_its_time_is_over_and_the_service_says_so_once() throws SQLException {
        String admin = issuer.token("otto", tenant, "admin", "break-glass");
        open(admin, "court-order").then().statusCode(201);
        database.run("update break_glass_grant set expires_at = now() - interval '1 second' where tenant = '" + tenant
                + "'");
        assertRefused(read(admin, "text", "court-order"), 403, "glass-closed");
        glass.closeExpired();
        glass.closeExpired();
        assertThat(events("events.findAll { it.code == 'glass.closed' }.detail.cause"))
                .containsExactly("time-over");
    }

    @Test
    void what_is_kept_of_it_names_nobody() {
        String admin = issuer.token("otto-4711", tenant, "admin", "break-glass");
        open(admin, "court-order").then().statusCode(201);
        assertThat(database.number(
                        "select count(*) from break_glass_grant where actor ~ '^[0-9a-f]{32}$' and tenant = '" + tenant
                                + "'"))
                .isEqualTo(1);
    }

    private static Response open(String token, @Nullable String reason) {
        var request = given().auth().oauth2(token);
        return (reason == null ? request : request.header("Break-Glass-Reason", reason)).post(GLASS);
    }

    private Response read(String token, String what, @Nullable String reason) {
        var request = given().auth().oauth2(token);
        return (reason == null ? request : request.header("Break-Glass-Reason", reason))
                .get("/v1/documents/" + document + "/" + what);
    }

    private List<String> events(String path) {
        return given().auth()
                .oauth2(issuer.token("ada", tenant, "auditor"))
                .get("/v1/audit/events")
                .jsonPath()
                .getList(path);
    }

    private static void assertRefused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("urn:reading-room:problem:" + problem));
    }
}
