package io.readingroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Stands between the service and a real model server: writes down every chat, and may change a request on the way.
final class RecordingProxy implements AutoCloseable {

    /// One question and what the server said.
    record Chat(JsonNode request, int status, JsonNode answer) {}

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Chat> chats = new CopyOnWriteArrayList<>();
    private final URI target;
    private final Consumer<ObjectNode> change;
    private final HttpServer server;

    /// @param target the real server
    /// @param change what to change in the body of each chat
    RecordingProxy(URI target, Consumer<ObjectNode> change) throws IOException {
        this.target = target;
        this.change = change;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The chats so far, in the order in which they ended.
    List<Chat> chats() {
        return List.copyOf(chats);
    }

    @Override
    public void close() {
        server.stop(0);
        // Does not wait for answers that nobody waits for any more.
        client.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean chat = exchange.getRequestURI().getPath().equals("/api/chat");
            JsonNode request = chat ? json.readTree(body) : json.createObjectNode();
            if (chat) {
                change.accept((ObjectNode) request);
                body = json.writeValueAsBytes(request);
            }
            HttpResponse<byte[]> response = client.send(upstream(exchange, body), BodyHandlers.ofByteArray());
            if (chat) {
                chats.add(new Chat(request, response.statusCode(), json.readTree(response.body())));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest upstream(HttpExchange exchange, byte[] body) {
        return HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .header("Content-Type", "application/json")
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }
}
