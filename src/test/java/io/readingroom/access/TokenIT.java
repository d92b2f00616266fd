package io.readingroom.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.pipeline.GuardedHouse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(GuardedHouse.class)
class TokenIT {

    private static final String ADDRESS = "/v1/documents";

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedIssuer issuer;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + " " + line.getMessage() + " "
                    + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()) + " "
                    + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_does_not_hold_up_opens_nothing(Forgery forgery) throws InterruptedException {
        String token = forgery.of(issuer, issuer.claims("mallory-4711", "north", "uploader", "reader"));
        given().auth()
                .oauth2(token)
                .get(ADDRESS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"reading-room\", error=\"invalid_token\""))
                .body("type", equalTo("urn:reading-room:problem:unauthenticated"));
        awaitDenial("'" + forgery.reason() + "'");
        assertThat(String.join("\n", lines)).doesNotContain("mallory-4711", token);
    }

    @Nested
    class A_caller {

        @Test
        void stands_in_the_register_under_a_pseudonym_of_its_own() {
            String ada = actorOf(issuer.token("ada", "north", "uploader", "auditor"));
            String bob = actorOf(issuer.token("bob", "north", "uploader", "auditor"));
            assertThat(ada).matches("[0-9a-f]{32}").isNotEqualTo(bob);
            assertThat(actorOf(issuer.token("ada", "north", "uploader", "auditor")))
                    .isEqualTo(ada);
            assertThat(find("user:ada")).contains(ada).doesNotContain(bob);
        }

        @Test
        void that_is_a_system_stands_there_by_its_client_id() {
            JwtClaims claims = issuer.claims("archive", "north", "uploader", "auditor");
            claims.setStringClaim("client_id", "archive");
            String actor = actorOf(issuer.signed(claims));
            assertThat(find("client:archive")).containsOnly(actor);
        }

        @Test
        void that_lacks_a_role_is_recorded_under_its_own_name_and_tenant() throws InterruptedException {
            given().auth()
                    .oauth2(issuer.token("eve", "east", "auditor"))
                    .get(ADDRESS)
                    .then()
                    .statusCode(403);
            awaitDenial("'role-missing' and tenant = 'east'");
            given().auth()
                    .oauth2(issuer.token("otto", "east", "auditor"))
                    .queryParam("actor", "user:eve")
                    .get("/v1/audit/events")
                    .then()
                    .body("events[0].code", equalTo("access.denied"))
                    .body("events[0].reason", equalTo("role-missing"))
                    .body("events[0].detail.requests", equalTo(1));
        }

        @Test
        void without_a_tenant_or_a_name_is_recorded_where_the_service_stands() throws InterruptedException {
            given().auth()
                    .oauth2(issuer.token("tim", null, "reader"))
                    .get(ADDRESS)
                    .then()
                    .statusCode(403);
            awaitDenial("'tenant-missing' and tenant = 'default'");
            JwtClaims claims = issuer.claims("nameless", "north", "reader");
            claims.unsetClaim("sub");
            given().auth().oauth2(issuer.signed(claims)).get(ADDRESS).then().statusCode(403);
            awaitDenial("'subject-missing' and tenant = 'default'");
        }

        @Test
        void who_shows_nothing_is_recorded_once_for_many_requests() throws InterruptedException {
            String told = "select count(*) from audit_recorded where reason = 'token-missing'";
            long before = database.number(told);
            for (int i = 0; i < 50; i++) {
                given().get(ADDRESS).then().statusCode(401);
            }
            awaitDenial("'token-missing'");
            // Those before this test may be told together meanwhile, and the first of these.
            assertThat(database.number(told) - before).isLessThanOrEqualTo(2);
        }

        @Test
        void may_show_what_it_likes_where_nobody_is_asked() {
            given().auth().oauth2("nonsense").get("/openapi").then().statusCode(200);
            given().auth()
                    .oauth2("nonsense")
                    .get("/v1/privacy/statement")
                    .then()
                    .statusCode(200);
            given().auth().oauth2("nonsense").get("/q/health/live").then().statusCode(200);
        }

        private String actorOf(String token) {
            Response answer = given().auth()
                    .oauth2(token)
                    .multiPart("file", "a.exe", new byte[] {1})
                    .post(ADDRESS);
            String request = answer.header("X-Request-Id");
            List<Map<String, Object>> events = given().auth()
                    .oauth2(token)
                    .queryParam("code", "upload.refused")
                    .queryParam("limit", 1000)
                    .get("/v1/audit/events")
                    .jsonPath()
                    .getList("events");
            return events.stream()
                    .filter(event -> request.equals(event.get("request")))
                    .map(event -> String.valueOf(event.get("actor")))
                    .findAny()
                    .orElseThrow();
        }

        private List<String> find(String actor) {
            return new ArrayList<>(given().auth()
                    .oauth2(issuer.token("otto", "north", "auditor"))
                    .queryParam("actor", actor)
                    .get("/v1/audit/events")
                    .jsonPath()
                    .getList("events.actor"));
        }
    }

    /// Waits for a denial in the register, which is written after the answer.
    private void awaitDenial(String condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String query = "select count(*) from audit_recorded where code = 'access.denied' and reason = " + condition;
        while (database.number(query) == 0) {
            assertThat(System.nanoTime()).as(query).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
