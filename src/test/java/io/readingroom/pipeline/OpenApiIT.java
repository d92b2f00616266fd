package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The description of the API that is committed is the one that is served. To refresh it:
/// `./mvnw -q -Dquick test -Dtest=OpenApiIT -Dopenapi.refresh=true`
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ScriptedHouse.class)
class OpenApiIT {

    private static final Path COMMITTED = Path.of("docs/reference/openapi.yaml");

    @Test
    void the_committed_description_is_the_one_that_is_served() throws IOException {
        String served = given().accept("application/yaml").get("/openapi").asString();
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED)).isEqualTo(served);
    }

    @Test
    void every_operation_has_an_id_a_summary_a_description_and_a_tag() {
        var paths =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
        assertThat(paths).isNotEmpty();
        paths.forEach((path, operations) -> ((Map<?, ?>) operations).forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described && described.containsKey("responses")) {
                assertThat(described.keySet())
                        .as("%s %s", method, path)
                        .extracting(Object::toString)
                        .contains("operationId", "summary", "description", "tags");
            }
        }));
    }

    @Test
    void the_page_to_try_the_api_is_served() {
        given().get("/docs/").then().statusCode(200);
    }
}
