package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.telemetry.ScriptedCollector;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A phrase of a document, of its file name and of its submitter's reference, is looked for everywhere
/// it must not be.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ScriptedHouse.class)
class CanaryIT {

    private static final String CANARY = "zanzibarite";
    /// Kept in plain, because callers search for it; told to nobody else.
    private static final String REFERENCE = "morganite";
    private static final String TEXT = ("Z" + CANARY.substring(1) + " mining was agreed by the board. ").repeat(8);

    private final Recorder recorder = new Recorder();

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedCollector collector;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @Test
    void a_phrase_of_a_document_is_in_no_log_line_trace_metric_event_problem_or_plaintext_column() throws Exception {
        String completed = submit(TEXT);
        String encrypted = submit("@encrypted " + TEXT);
        String broken = submit("@boom " + TEXT);
        String hanging = submit(TEXT + "@hang ");
        ScriptedHouse.HANGING.acquire();
        Desk.await(completed, "completed");
        Desk.await(encrypted, "failed");
        Desk.await(broken, "failed");

        // While one document is being read: its readings are there, too.
        assertThat(rowsWithCanary()).isEmpty();
        assertThat(given().get("/v1/documents/" + completed + "/analysis")
                        .asString()
                        .toLowerCase(Locale.ROOT))
                .as("the canary is alive")
                .contains(CANARY);
        given().post("/v1/documents/" + hanging + "/cancel");
        ScriptedHouse.INTERRUPTED.acquire();

        List<String> open = new ArrayList<>(recorder.lines);
        assertThat(open).as("something was logged").anyMatch(line -> line.contains(broken));
        open.add(given().get("/q/metrics").asString());
        open.add(given().get("/v1/audit/events").asString());
        open.add(given().get("/v1/documents").asString());
        for (String id : List.of(encrypted, broken, hanging)) {
            open.add(given().get("/v1/documents/" + id + "/analysis").asString());
            open.add(given().get("/v1/documents/" + id + "/events").asString());
        }
        open.add(Desk.upload("").asString());
        open.add(traces(List.of(completed, encrypted, broken, hanging)));
        assertThat(List.of(collector.wire(), String.join("\n", recorder.lines)))
                .noneMatch(told -> told.contains(REFERENCE));
        assertThat(open).noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(CANARY));
        assertThat(rowsWithCanary()).isEmpty();
    }

    /// All that the collector was sent, once it has the end of each walk and a refused upload.
    private String traces(List<String> documents) throws InterruptedException {
        for (String id : documents) {
            collector.await(span ->
                    span.name().equals("read document") && span.attributes().containsValue(id));
        }
        collector.await(span ->
                span.name().equals("POST /v1/documents") && span.attributes().containsValue("400"));
        return collector.wire();
    }

    private static String submit(String text) {
        return given().multiPart("file", CANARY + ".txt", text.getBytes(StandardCharsets.UTF_8), "text/plain")
                .multiPart("sourceId", REFERENCE)
                .post("/v1/documents?about=" + CANARY)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /// The columns of all tables that hold the canary, as text or as the bytes of it.
    private List<String> rowsWithCanary() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connection()) {
            for (Column column : columns(connection)) {
                String condition = column.type().equals("bytea")
                        ? "position(?::bytea in %1$s) > 0 or position(?::bytea in %1$s) > 0"
                        : "position(? in lower(%1$s::text)) > 0 or position(? in %1$s::text) > 0";
                String query = "select count(*) from " + column.table() + " where "
                        + String.format(Locale.ROOT, condition, column.name());
                try (PreparedStatement statement = connection.prepareStatement(query)) {
                    bind(statement, column.type().equals("bytea"));
                    try (ResultSet result = statement.executeQuery()) {
                        result.next();
                        if (result.getInt(1) > 0) {
                            found.add(column.table() + "." + column.name());
                        }
                    }
                }
            }
        }
        return found;
    }

    private static void bind(PreparedStatement statement, boolean bytes) throws SQLException {
        if (bytes) {
            statement.setBytes(1, CANARY.getBytes(StandardCharsets.UTF_8));
            statement.setBytes(2, ("Z" + CANARY.substring(1)).getBytes(StandardCharsets.UTF_8));
        } else {
            statement.setString(1, CANARY);
            statement.setString(2, CANARY);
        }
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String query = """
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and data_type in ('bytea', 'text', 'jsonb', 'json', 'character varying')""";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                columns.add(new Column(
                        '"' + result.getString(1) + '"', '"' + result.getString(2) + '"', result.getString(3)));
            }
        }
        assertThat(columns).as("columns to look at").hasSizeGreaterThan(10);
        return columns;
    }

    private record Column(String table, String name, String type) {}

    /// Keeps every log line with what was thrown.
    private static final class Recorder extends Handler {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        Recorder() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            StringBuilder line = new StringBuilder(String.valueOf(record.getMessage()));
            if (record.getParameters() != null) {
                for (Object parameter : record.getParameters()) {
                    line.append(' ').append(parameter);
                }
            }
            for (Throwable thrown = record.getThrown(); thrown != null; thrown = thrown.getCause()) {
                line.append(' ').append(thrown);
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
