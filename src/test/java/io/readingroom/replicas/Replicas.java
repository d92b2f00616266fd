package io.readingroom.replicas;

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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Packaged services on one database and one scripted model server.
final class Replicas implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("Report number (\\d+)");

    private final Path folder;
    private final int permits;
    private final List<Replica> members = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final DatabaseServer database = DatabaseServer.temporary();
    private final ScriptedOllama model;

    private Replicas(Path folder, int permits, Duration answer) {
        this.folder = folder;
        this.permits = permits;
        this.model = ScriptedOllama.start().answering(chat -> answer(chat, answer));
    }

    /// Starts replicas and waits until they answer.
    ///
    /// @param permits prompts that the model server takes at once
    /// @param answer how long it takes for one
    static Replicas start(Path folder, int count, int permits, Duration answer)
            throws IOException, InterruptedException {
        Replicas replicas = new Replicas(folder, permits, answer);
        for (int i = 1; i <= count; i++) {
            replicas.members.add(Replica.start(folder.resolve("replica-" + i), replicas.settings()));
        }
        return replicas;
    }

    /// One of them, in the order of their start.
    Replica member(int index) {
        return members.get(index);
    }

    ScriptedOllama model() {
        return model;
    }

    /// Uploads as a system does that must not lose a document: with a key, and again at another replica
    /// until one has answered.
    void upload(int number) throws InterruptedException {
        String body = """
                --limit\r
                Content-Disposition: form-data; name="file"; filename="report.txt"\r
                Content-Type: text/plain\r
                \r
                Report number %d. The board of Harbour Lines agreed to the plan on May 20, 2014. It was glad.\r
                --limit--\r
                """.formatted(number);
        for (int attempt = number; !taken(body, number, members.get(attempt % members.size())); attempt++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean taken(String body, int number, Replica replica) throws InterruptedException {
        try {
            URI address = replica.address().resolve("/v1/documents");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "multipart/form-data; boundary=limit")
                    .header("Idempotency-Key", "report-" + number)
                    .timeout(Duration.ofSeconds(30))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400 && status < 500) {
                throw new IllegalStateException("an upload was refused with status " + status);
            }
            return status < 300;
        } catch (IOException dead) {
            return false;
        }
    }

    /// Waits until so many documents were read or could not be.
    void awaitEnded(int documents) throws SQLException, InterruptedException {
        while (number("select count(*) from journey where state in ('COMPLETED', 'FAILED')") < documents) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /// The one number that a query of the database answers.
    long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        members.forEach(Replica::close);
        model.close();
        database.close();
        http.close();
    }

    private static ScriptedReply answer(ScriptedOllama.Chat chat, Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
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
                Map.entry("READING_ROOM_INFERENCE_PERMITS", Integer.toString(permits)),
                Map.entry("READING_ROOM_EXTRACTION_WORKERS", "1"),
                Map.entry("READING_ROOM_PIPELINE_HEARTBEAT", "1S"));
    }
}
