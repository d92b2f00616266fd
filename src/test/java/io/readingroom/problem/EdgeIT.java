package io.readingroom.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.EmbeddedDatabase;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class EdgeIT {

    @Nested
    class As_a_client_that_errs {

        @Test
        void an_unknown_address_is_a_problem() {
            assertProblem(given().get("/v1/nowhere"), 404, "not-found");
            assertProblem(given().get("/nowhere"), 404, "not-found");
        }

        @Test
        void a_wrong_method_is_a_problem() {
            assertProblem(given().put("/v1/audit/events"), 405, "method-not-allowed");
        }

        @Test
        void a_wrong_body_is_a_problem() {
            assertProblem(
                    given().contentType("application/json").body("{}").post("/v1/documents"),
                    415,
                    "media-type-unsupported");
            var sendAsItIs = RestAssured.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT));
            assertProblem(
                    given().config(sendAsItIs)
                            .contentType("multipart/form-data")
                            .body("no parts")
                            .post("/v1/documents"),
                    400,
                    "file-missing");
        }

        @Test
        void a_wrong_accept_is_a_problem() {
            assertProblem(given().accept("image/png").get("/v1/audit/events"), 406, "not-acceptable");
        }
    }

    @Nested
    class As_a_client_that_reads_the_description {

        @Test
        void every_endpoint_is_described() {
            given().get("/openapi")
                    .then()
                    .statusCode(200)
                    .body(containsString("submitDocument"))
                    .body(containsString("eraseDocument"))
                    .body(containsString("queryRegister"));
        }
    }

    private static void assertProblem(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reading-room:problem:" + code), "status", equalTo(status));
    }
}
