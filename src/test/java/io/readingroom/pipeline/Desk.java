package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// A caller of the service.
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Desk() {}

    static Response upload(String text) {
        return upload(given(), text);
    }

    static Response upload(RequestSpecification request, String text) {
        return request.multiPart("file", "notes.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/v1/documents");
    }

    /// Hands a document in and answers its id.
    static String submit(String text) {
        Response response = upload(text);
        assertThat(response.statusCode()).isEqualTo(202);
        return response.path("id");
    }

    /// Waits until the document is in this state.
    static Response await(String id, String state) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Response response = given().get("/v1/documents/" + id);
            if (state.equals(response.path("state"))) {
                return response;
            }
            assertThat(Instant.now())
                    .as("%s, still %s", state, response.asString())
                    .isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
