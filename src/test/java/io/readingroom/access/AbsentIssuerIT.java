package io.readingroom.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The identity provider is away when the service starts.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(AbsentIssuerIT.Alone.class)
class AbsentIssuerIT {

    /// Nobody listens at the issuer's address.
    public static final class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.access.mode",
                    "oidc",
                    "reading-room.access.issuer",
                    "http://127.0.0.1:9/realms/staff");
        }
    }

    @Test
    void a_token_that_cannot_be_verified_opens_nothing_and_the_caller_is_told_why() {
        given().auth()
                .oauth2("eyJhbGciOiJSUzI1NiJ9.e30.c2ln")
                .get("/v1/documents")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reading-room:problem:identity-provider-unavailable"));
    }

    @Test
    void what_anybody_may_see_is_there() {
        given().get("/v1/documents").then().statusCode(401);
        given().auth()
                .oauth2("e30.e30.c2ln")
                .get("/v1/privacy/statement")
                .then()
                .statusCode(200);
    }
}
