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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/// Packaged services on one database and one scripted model server.
final class Replicas implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("Report number (\\d+)");

    /// Something that is waited for.
    @FunctionalInterface
    interface Wait {
        void go() throws InterruptedException;
    }

    private final Path folder;
    private final int permits;
    private final Map<String, String> more;
    private final List<Replica> members = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final DatabaseServer database = DatabaseServer.temporary();
    private final Cable cable =
            Cable.to(URI.create(database.url().substring("jdbc:".length())).getPort());
    private final ScriptedOllama model;

    private volatile Wait before = () -> {};

    private Replicas(Path folder, int permits, Duration answer, Map<String, String> more) {
        this.folder = folder;
        this.permits = permits;
        this.more = more;
        this.model = ScriptedOllama.start().answering(chat -> answer(chat, answer));
    }

    /// Starts replicas and waits until they answer.
    ///
    /// @param permits prompts that the model server takes at once
    /// @param answer how long it takes for one
    static Replicas start(Path folder, int count, int permits, Duration answer)
            throws IOException, InterruptedException {
        return start(folder, count, permits, answer, Map.of());
    }

    /// Starts replicas with settings of their own and waits until they answer.
    static Replicas start(Path folder, int count, int permits, Duration answer, Map<String, String> settings)
            throws IOException, InterruptedException {
        Replicas replicas = new Replicas(folder, permits, answer, settings);
        for (int i = 0; i < count; i++) {
            replicas.join();
        }
        return replicas;
    }

    /// Starts one more and waits until it answers.
    void join() throws IOException, InterruptedException {
        members.add(Replica.start(folder.resolve("replica-" + (members.size() + 1)), settings()));
    }

    /// Has nothing come through between the replicas and their database any more.
    void cutDatabaseOff() {
        cable.cut();
    }

    /// Has the model wait before each answer.
    void beforeAnswers(Wait wait) {
        before = wait;
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
        String body = form(number);
        for (int attempt = number; !taken(body, number, members.get(attempt % members.size())); attempt++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /// Uploads to the first one, and waits there for the answer.
    ///
    /// @return the status, once it has come
    CompletableFuture<Integer> uploadAndWait(int number) {
        HttpRequest request = request(form(number), number, members.getFirst())
                .header("Prefer", "wait=100")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /// Follows the only document at the first one, until the stream ends as it should.
    CompletableFuture<Void> follow() throws SQLException {
        URI address = members.getFirst().address().resolve("/v1/documents/" + onlyDocument() + "/events");
        return http.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .thenAccept(stream -> {
                    if (stream.statusCode() != 200 || !stream.body().contains("event:progress")) {
                        throw new IllegalStateException("no stream of events: " + stream.statusCode());
                    }
                });
    }

    private static String form(int number) {
        return """
                --limit\r
                Content-Disposition: form-data; name="file"; filename="report.txt"\r
                Content-Type: text/plain\r
                \r
                Report number %d. The board of Harbour Lines agreed to the plan on May 20, 2014. It was glad.\r
                --limit--\r
                """.formatted(number);
    }

    private static HttpRequest.Builder request(String body, int number, Replica replica) {
        return HttpRequest.newBuilder(replica.address().resolve("/v1/documents"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("Idempotency-Key", "report-" + number)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private boolean taken(String body, int number, Replica replica) throws InterruptedException {
        try {
            HttpRequest request = request(body, number, replica)
                    .timeout(Duration.ofSeconds(30))
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

    /// Waits until a query answers this number.
    void awaitNumber(String query, long number) throws SQLException, InterruptedException {
        while (number(query) != number) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /// The id of the document that is there.
    private String onlyDocument() throws SQLException {
        return text("select document::text from journey");
    }

    /// Changes rows, and answers how many.
    int change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseServer.USER, "");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /// Migrates as a later version would, which has all migrations of this one and another.
    void migrate(Path later) {
        Flyway.configure()
                .dataSource(database.url(), DatabaseServer.OWNER, "")
                .locations("filesystem:src/main/resources/db/migration", "filesystem:" + later)
                .load()
                .migrate();
    }

    /// The one number that a query of the database answers.
    long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public void close() {
        members.forEach(Replica::close);
        model.close();
        cable.close();
        database.close();
        http.close();
    }

    private ScriptedReply answer(ScriptedOllama.Chat chat, Duration time) {
        try {
            before.go();
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
        Map<String, String> all = new HashMap<>(database.settings());
        all.putAll(Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + cable.port() + "/postgres"),
                Map.entry("READING_ROOM_PRIVACY_KEK_FILE", folder.resolve("kek").toString()),
                Map.entry("READING_ROOM_PRIVACY_KEK_GENERATE", "true"),
                Map.entry("READING_ROOM_ACCESS_MODE", "development"),
                Map.entry("READING_ROOM_ACCESS_DEMONSTRATION", "true"),
                Map.entry(
                        "READING_ROOM_INTAKE_WORK_FOLDER",
                        folder.resolve("work").toString()),
                Map.entry("READING_ROOM_INTAKE_DEFAULT_PROFILE", "nda"),
                Map.entry("READING_ROOM_INFERENCE_BASE_URL", model.baseUrl().toString()),
                Map.entry("READING_ROOM_INFERENCE_MODEL", ScriptedOllama.MODEL),
                Map.entry("READING_ROOM_INFERENCE_PERMITS", Integer.toString(permits)),
                Map.entry("READING_ROOM_EXTRACTION_WORKERS", "1"),
                Map.entry("READING_ROOM_PIPELINE_HEARTBEAT", "1S")));
        all.putAll(more);
        return all;
    }
}
