package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The lines of the console, as production has them.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(LogsIT.Production.class)
class LogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "The board agreed to the plan. ".repeat(8);

    private final Lines lines = new Lines();

    /// JSON, and what the database is told as lines of requests.
    public static final class Production extends ScriptedHouse {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.log.console.json.enabled", "true");
            settings.put("quarkus.log.category.\"org.hibernate.SQL\".level", "DEBUG");
            return settings;
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(lines);
    }

    @Test
    void a_line_about_a_document_has_its_id_and_its_trace() throws Exception {
        String id = Desk.submit("@encrypted " + TEXT);
        Desk.await(id, "failed");
        JsonNode line = lines.find("failed: encrypted");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("mdc").path("documentId").asText()).isEqualTo(id);
        assertThat(line.path("mdc").path("traceId").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void a_line_of_a_chunk_that_is_read_beside_others_has_them_too() throws Exception {
        String id = Desk.submit(TEXT + "@boom " + TEXT);
        Desk.await(id, "failed");
        assertThat(lines.of("documentId", id))
                .as("on the walk's thread and those of its chunks")
                .anyMatch(line -> line.path("threadName").asText().startsWith("walk-"))
                .anyMatch(line -> line.path("message").asText().contains("IllegalStateException"));
    }

    @Test
    void a_line_of_a_request_has_its_id_and_that_of_its_document() throws Exception {
        Response received = Desk.upload(TEXT);
        String request = received.header("X-Request-Id");
        String document = received.path("id");
        assertThat(lines.of("requestId", request))
                .as("statements of the upload")
                .isNotEmpty()
                .allMatch(line -> line.path("mdc").path("traceId").asText().matches("[0-9a-f]{32}"), "is on a trace");
        Desk.await(document, "completed");
        String later = given().get("/v1/documents/" + document).header("X-Request-Id");
        assertThat(lines.of("requestId", later))
                .isNotEmpty()
                .allMatch(line -> line.path("mdc").path("documentId").asText().equals(document), "names the document");
        assertThat(request).isNotEqualTo(later);
    }

    /// Formats each line where it is logged, as the console does.
    private static final class Lines extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Formatter console = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .map(Handler::getFormatter)
                .findFirst()
                .orElseThrow();

        List<JsonNode> of(String key, String id) {
            return lines.stream()
                    .map(Lines::json)
                    .filter(line -> line.path("mdc").path(key).asText().equals(id))
                    .toList();
        }

        JsonNode find(String words) {
            return lines.stream()
                    .map(Lines::json)
                    .filter(line -> line.path("message").asText().contains(words))
                    .findFirst()
                    .orElseThrow();
        }

        private static JsonNode json(String line) {
            try {
                return JSON.readTree(line);
            } catch (JsonProcessingException broken) {
                throw new AssertionError(line, broken);
            }
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(console.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
