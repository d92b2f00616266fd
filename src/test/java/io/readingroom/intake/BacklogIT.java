package io.readingroom.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A service without a model server, whose documents wait.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(BacklogIT.RoomForOne.class)
class BacklogIT {

    /// At most one document waits.
    public static final class RoomForOne implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.intake.backlog", "1",
                    "reading-room.inference.base-url", "http://localhost:1");
        }
    }

    @Inject
    Database database;

    @Test
    void what_is_too_much_is_told_to_come_back_and_what_was_taken_in_stays_taken_in() {
        long before = database.number("select count(*) from submission");
        String first = upload("one").then().statusCode(202).extract().path("id");
        upload("two")
                .then()
                .statusCode(503)
                .header("Retry-After", "60")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reading-room:problem:backlog-full"));
        upload("one")
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first));
        assertThat(database.number("select count(*) from submission")).isEqualTo(before + 1);
        given().get("/q/metrics").then().body(containsString("reading_room_queue_documents 1.0"));
        given().post("/v1/documents/" + first + "/cancel").then().statusCode(200);
        upload("two").then().statusCode(202);
    }

    private static Response upload(String key) {
        return given().header("Idempotency-Key", "backlog-" + key)
                .multiPart(
                        "file", key + ".txt", ("The plan of " + key + " was agreed to.").getBytes(UTF_8), "text/plain")
                .post("/v1/documents");
    }
}
