package io.readingroom.inference.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.readingroom.inference.ollama.ScriptedReply.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// A small real HTTP server that speaks Ollama's protocol and answers every chat as a script says. It gives no
/// vocabulary, so that its clients estimate; it counts a token for four characters, adds a template of nine tokens, and
/// refuses a prompt beyond the requested context as the real one does when it is told not to cut.
public final class ScriptedOllama implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /// The name of its model.
    public static final String MODEL = "scripted:1b";

    private static final int DEFAULT_CONTEXT = 4096;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> chats = new CopyOnWriteArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch aborted = new CountDownLatch(1);
    private volatile Function<Chat, ScriptedReply> script = chat -> ScriptedReply.answer("{}");
    private volatile ToIntFunction<String> tokens = message -> Math.max(1, message.length() / 4) + 9;
    private volatile ObjectNode show = JSON.createObjectNode();
    private volatile ObjectNode tag = JSON.createObjectNode();
    private volatile int allocated;
    private volatile int ceiling = Integer.MAX_VALUE;

    private ScriptedOllama() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        tag.put("name", MODEL).put("model", MODEL).put("digest", "5c".repeat(32));
        show.putObject("model_info").put("general.architecture", "scripted").put("scripted.context_length", 32768);
    }

    /// One chat request.
    ///
    /// @param body the request as it came
    public record Chat(JsonNode body) {

        /// The one message.
        public String message() {
            return body.path("messages").path(0).path("content").asText();
        }

        /// Whether the answer must follow a schema.
        public boolean hasSchema() {
            return body.path("format").isObject();
        }

        /// The option `name` as a number.
        public int option(String name) {
            return body.path("options").path(name).asInt();
        }
    }

    /// Starts one on a free port of the loopback address; every chat is answered with `{}` until a script is given.
    public static ScriptedOllama start() {
        try {
            return new ScriptedOllama();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers every chat as `reply` says. The sample by which a client finds the cost of the template is not asked of
    /// the script.
    public ScriptedOllama answering(Function<Chat, ScriptedReply> reply) {
        script = reply;
        return this;
    }

    /// Counts the tokens of a message, template included, as `count` says.
    public ScriptedOllama counting(ToIntFunction<String> count) {
        tokens = count;
        return this;
    }

    /// Replaces the answer of `/api/show`.
    public ScriptedOllama showing(ObjectNode description) {
        show = description;
        return this;
    }

    /// Replaces the entry of the model in `/api/tags`.
    public ScriptedOllama listing(ObjectNode entry) {
        tag = entry;
        return this;
    }

    /// Allocates at most `context` tokens, whatever is asked for.
    public ScriptedOllama allocating(int context) {
        ceiling = context;
        return this;
    }

    /// Where it listens.
    public URI baseUrl() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /// The chats it was asked, the sample left out, in order.
    public List<JsonNode> chats() {
        return List.copyOf(chats);
    }

    /// The most chats that were in work at the same time.
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// Waits until a client has closed the connection of an [ScriptedReply.Endless] reply.
    public boolean sawAbort() throws InterruptedException {
        return aborted.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            switch (exchange.getRequestURI().getPath()) {
                case "/api/version" -> send(exchange, 200, "{\"version\":\"0.32.15\"}");
                case "/api/status" -> send(exchange, 200, "{\"cloud\":{\"disabled\":true,\"source\":\"env\"}}");
                case "/api/tags" -> send(exchange, 200, models(tag));
                case "/api/show" -> send(exchange, 200, show.toString());
                case "/api/ps" ->
                    send(
                            exchange,
                            200,
                            models(JSON.createObjectNode().put("name", MODEL).put("context_length", allocated)));
                case "/api/chat" -> chat(exchange, new Chat(body));
                default -> send(exchange, 404, "{\"error\":\"not found\"}");
            }
        }
    }

    private void chat(HttpExchange exchange, Chat chat) throws IOException {
        allocated = Math.min(ceiling, chat.option("num_ctx") > 0 ? chat.option("num_ctx") : DEFAULT_CONTEXT);
        if (chat.message().equals("Hello") && chat.option("num_predict") == 1) {
            reply(exchange, chat, ScriptedReply.cut("Hi"));
            return;
        }
        mostAtOnce.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            chats.add(chat.body());
            int count = tokens.applyAsInt(chat.message());
            boolean refused = count > allocated && !chat.body().path("truncate").asBoolean(true);
            reply(exchange, chat, refused ? ScriptedReply.tooLong(count, allocated) : script.apply(chat));
        } finally {
            working.decrementAndGet();
        }
    }

    private void reply(HttpExchange exchange, Chat chat, ScriptedReply reply) throws IOException {
        switch (reply) {
            case Content content -> send(exchange, 200, json(chat, content).toString());
            case ScriptedReply.Raw raw -> send(exchange, raw.status(), raw.body());
            case ScriptedReply.Endless() -> work(exchange);
            case ScriptedReply.Dropped() -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().flush();
            }
        }
    }

    /// Sends white space, which JSON allows in front, until it finds the connection closed.
    private void work(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(' ');
                out.flush();
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            aborted.countDown();
        }
    }

    private ObjectNode json(Chat chat, Content content) {
        ObjectNode answer = JSON.createObjectNode().put("model", MODEL);
        answer.putObject("message").put("role", "assistant").put("content", content.content());
        answer.put("done", content.done());
        if (!content.reason().isEmpty()) {
            answer.put("done_reason", content.reason());
        }
        if (chat.body().path("logprobs").asBoolean() && !content.logprobs().isEmpty()) {
            ArrayNode alternatives = answer.putArray("logprobs").addObject().putArray("top_logprobs");
            content.logprobs()
                    .forEach((token, value) ->
                            alternatives.addObject().put("token", token).put("logprob", value));
        }
        int counted = content.promptTokens() > 0 ? content.promptTokens() : tokens.applyAsInt(chat.message());
        return answer.put("prompt_eval_count", counted)
                .put("prompt_eval_duration", 1_000_000L * counted)
                .put("eval_count", Math.max(1, content.content().length() / 4));
    }

    private static String models(ObjectNode model) {
        ObjectNode list = JSON.createObjectNode();
        list.putArray("models").add(model);
        return list.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
