package io.readingroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A client of the service's public API, as a submitting system would write it.
public final class ReadingRoomClient implements AutoCloseable {

    private static final Set<String> TERMINAL = Set.of("completed", "failed", "cancelled", "erased");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI service;

    public ReadingRoomClient(URI service) {
        this.service = service;
    }

    /// An answer of the service: a problem when the status says so.
    ///
    /// @param status the HTTP status
    /// @param body the JSON of the body
    public record Reply(int status, JsonNode body) {

        /// Whether the service did what was asked.
        public boolean ok() {
            return status < 300;
        }
    }

    /// Uploads a file.
    ///
    /// @param fields the other fields of the form
    public Reply upload(String name, Path file, Map<String, String> fields) throws IOException, InterruptedException {
        String boundary = "reading-room-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, field, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, name.replace("\"", "_")));
        head.append("Content-Type: application/octet-stream\r\n\r\n");
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/v1/documents"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "application/json")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        return send(request);
    }

    /// What stands at a path of the service, as JSON.
    public Reply get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    /// Asks for something to be done at a path of the service.
    public Reply post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    /// Waits until the document is in a final state and answers its last status.
    ///
    /// @param limit how long to wait at most
    /// @param progress sees each status on the way
    public JsonNode await(String document, Duration limit, Consumer<JsonNode> progress) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode status = status(document);
            progress.accept(status);
            if (TERMINAL.contains(status.path("state").asText())) {
                return status;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException("The document was not read within " + limit.toSeconds() + " seconds");
    }

    /// Waits until the document is in `state`.
    ///
    /// @param limit how long to wait at most
    /// @throws IllegalStateException when it is in another final state, or the time is over
    public void awaitState(String document, String state, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        String seen = "";
        while (System.nanoTime() < deadline && !TERMINAL.contains(seen)) {
            seen = status(document).path("state").asText();
            if (seen.equals(state)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("The document is " + seen + ", not " + state);
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode status(String document) throws InterruptedException {
        try {
            return get("/v1/documents/" + document).body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        byte[] body = response.body();
        return new Reply(response.statusCode(), body.length == 0 ? json.createObjectNode() : json.readTree(body));
    }
}
