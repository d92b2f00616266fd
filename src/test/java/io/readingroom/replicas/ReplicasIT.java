package io.readingroom.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.readingroom.demo.DatabaseServer;
import io.readingroom.inference.ollama.ScriptedOllama;
import io.readingroom.inference.ollama.ScriptedReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three packaged services on one database and one model server, killed at random.
@Tag("replicas")
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class ReplicasIT {

    private static final int DOCUMENTS = 300;
    private static final int PERMITS = 3;
    private static final int CRASHES = 6;
    private static final Pattern NUMBER = Pattern.compile("Report number (\\d+)");
    private static final Duration ANSWER = Duration.ofMillis(40);

    @TempDir
    private Path folder;

    private final Random random = new Random(20_26);
    private final List<Replica> replicas = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private DatabaseServer database;
    private ScriptedOllama model;
    private volatile long torn;

    @BeforeEach
    void start() throws Exception {
        database = DatabaseServer.temporary();
        model = ScriptedOllama.start().answering(ReplicasIT::answer);
        for (int i = 1; i <= 3; i++) {
            replicas.add(Replica.start(folder.resolve("replica-" + i), settings()));
        }
    }

    @AfterEach
    void stop() {
        replicas.forEach(Replica::close);
        model.close();
        database.close();
        http.close();
    }

    @Test
    void every_document_is_read_once_whoever_dies() throws Exception {
        Thread killer = Thread.ofVirtual().start(this::crashAtRandom);
        for (int number = 1; number <= DOCUMENTS; number++) {
            upload(number);
        }
        awaitAllEnded();
        killer.join();

        assertThat(torn).as("documents under way when a replica died").isPositive();
        assertThat(number("select count(*) from journey")).isEqualTo(DOCUMENTS);
        assertThat(number("select count(*) from journey where state = 'COMPLETED'"))
                .isEqualTo(DOCUMENTS);
        assertThat(number("select count(distinct document) from audit_event where code = 'analysis.completed'"))
                .isEqualTo(DOCUMENTS);
        assertThat(number("select count(*) from audit_event where code = 'analysis.completed'"))
                .as("documents that were read to the end twice have two such events")
                .isEqualTo(DOCUMENTS);
        assertThat(number("select count(*) from chunk_reading")).isZero();
        assertThat(number("select count(*) from scheduled_tasks")).isZero();
        assertThat(model.mostAtOnce())
                .as("prompts at once, of all replicas together")
                .isLessThanOrEqualTo(PERMITS);
        System.out.printf(
                "%d documents, %d crashes amid %d of them, %d model calls, at most %d at once%n",
                DOCUMENTS, CRASHES, torn, model.chats().size(), model.mostAtOnce());
    }

    private void crashAtRandom() {
        try {
            for (int crash = 0; crash < CRASHES; crash++) {
                TimeUnit.MILLISECONDS.sleep(2000 + random.nextInt(3000));
                torn += number("select count(*) from scheduled_tasks where picked");
                replicas.get(random.nextInt(replicas.size())).crash();
            }
        } catch (IOException | InterruptedException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// As an uploading system does it: with a key, and again at another replica until one has answered.
    private void upload(int number) throws InterruptedException {
        String body = """
                --limit\r
                Content-Disposition: form-data; name="file"; filename="report.txt"\r
                Content-Type: text/plain\r
                \r
                Report number %d. The board of Harbour Lines agreed to the plan on May 20, 2014. It was glad.\r
                --limit--\r
                """.formatted(number);
        int attempt = number;
        while (true) {
            try {
                URI replica = replicas.get(attempt++ % replicas.size()).address();
                HttpResponse<String> response = http.send(
                        HttpRequest.newBuilder(replica.resolve("/v1/documents"))
                                .header("Content-Type", "multipart/form-data; boundary=limit")
                                .header("Idempotency-Key", "report-" + number)
                                .timeout(Duration.ofSeconds(30))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 202 || response.statusCode() == 200) {
                    return;
                }
                assertThat(response.statusCode()).as(response.body()).isGreaterThanOrEqualTo(500);
            } catch (IOException dead) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void awaitAllEnded() throws Exception {
        while (number("select count(*) from journey where state in ('COMPLETED', 'FAILED')") < DOCUMENTS) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static ScriptedReply answer(ScriptedOllama.Chat chat) {
        try {
            TimeUnit.MILLISECONDS.sleep(ANSWER.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (chat.hasSchema()) {
            return ScriptedReply.answer(new ObjectMapper()
                    .createObjectNode()
                    .put("effective_date", "May 20, 2014")
                    .toString());
        }
        if (chat.body().path("logprobs").asBoolean()) {
            return ScriptedReply.answer("positive").withLogprobs(Map.of("positive", -0.1, "negative", -3.0));
        }
        Matcher number = NUMBER.matcher(chat.message());
        return ScriptedReply.answer(number.find() ? "Report number " + number.group(1) + " is about a plan." : "");
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.url()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", DatabaseServer.USER),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", ""),
                Map.entry("READING_ROOM_PRIVACY_KEK_FILE", folder.resolve("kek").toString()),
                Map.entry("READING_ROOM_PRIVACY_KEK_GENERATE", "true"),
                Map.entry(
                        "READING_ROOM_INTAKE_WORK_FOLDER",
                        folder.resolve("work").toString()),
                Map.entry("READING_ROOM_INTAKE_DEFAULT_PROFILE", "nda"),
                Map.entry("READING_ROOM_INFERENCE_BASE_URL", model.baseUrl().toString()),
                Map.entry("READING_ROOM_INFERENCE_MODEL", ScriptedOllama.MODEL),
                Map.entry("READING_ROOM_INFERENCE_PERMITS", Integer.toString(PERMITS)),
                Map.entry("READING_ROOM_EXTRACTION_WORKERS", "1"),
                Map.entry("READING_ROOM_PIPELINE_HEARTBEAT", "1S"));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
