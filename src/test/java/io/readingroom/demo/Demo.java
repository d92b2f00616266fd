package io.readingroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Starts everything, reads the files and prints the answers; then serves until it is interrupted.
public final class Demo {

    private static final Path DATA = Path.of("data", "demo");
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Options options;
    private final AnswerPrinter printer = new AnswerPrinter(OUT);

    private @Nullable String lastDocument;

    private final ProgressLine progress = new ProgressLine(OUT, ProgressLine.inTerminal());

    private Demo(Options options) {
        this.options = options;
    }

    /// Runs the demonstration.
    ///
    /// @param arguments see [Options#USAGE]
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        System.exit(new Demo(options).run());
    }

    private int run() throws Exception {
        Map<String, String> settings = reader();
        try (DemoStage stage = DemoStage.open(DATA, options.port(), settings);
                ReadingRoomClient client = new ReadingRoomClient(stage.address())) {
            boolean allRead = true;
            for (Path file : options.files()) {
                allRead &= read(client, file);
            }
            if (lastDocument != null) {
                OUT.println("\n" + "─".repeat(100));
                new RegisterTour(OUT, client, stage.address(), DATA.resolve("register")).show(lastDocument);
            }
            farewell(stage.address());
            if (!options.once()) {
                new CountDownLatch(1).await();
            }
            return allRead ? 0 : 1;
        } catch (IllegalStateException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private Map<String, String> reader() throws InterruptedException {
        Map<String, String> settings = new HashMap<>();
        Optional<ModelChoice> choice = "extractive".equals(options.engine()) ? Optional.empty() : model();
        if (choice.isEmpty() && "ollama".equals(options.engine())) {
            throw new IllegalStateException("No Ollama with a local model answers at " + ollama());
        }
        if (choice.isPresent()) {
            ModelChoice chosen = choice.get();
            OUT.println("Reader: " + chosen.model() + " of the Ollama at " + chosen.server() + ", because "
                    + chosen.reason() + ".");
            settings.put("READING_ROOM_ENGINE", "ollama");
            settings.put("READING_ROOM_INFERENCE_BASE_URL", chosen.server().toString());
            settings.put("READING_ROOM_INFERENCE_MODEL", chosen.model());
        } else {
            OUT.println("Reader: the built-in extractive reader, which needs no model"
                    + ("extractive".equals(options.engine())
                            ? "."
                            : "; for a Gemma 4, install Ollama and run `ollama pull gemma4`, or use --model-server."));
            settings.put("READING_ROOM_ENGINE", "extractive");
        }
        return settings;
    }

    private Optional<ModelChoice> model() throws InterruptedException {
        String named = options.model();
        return named == null
                ? ModelChoice.at(ollama())
                : Optional.of(new ModelChoice(ollama(), named, "it was asked for by name"));
    }

    private static URI ollama() {
        String explicit = System.getenv("READING_ROOM_INFERENCE_BASE_URL");
        return URI.create(explicit == null || explicit.isBlank() ? "http://127.0.0.1:11434" : explicit);
    }

    private boolean read(ReadingRoomClient client, Path file) throws IOException, InterruptedException {
        OUT.println("\n" + "─".repeat(100) + "\n" + file.getFileName());
        Map<String, String> fields = new HashMap<>();
        fields.put("profile", options.profile());
        if (options.language() != null) {
            fields.put("language", options.language());
        }
        ReadingRoomClient.Reply reply = client.upload(file.getFileName().toString(), file, fields);
        if (!reply.ok()) {
            return refused(reply.body());
        }
        String document = reply.body().path("id").asText();
        lastDocument = document;
        JsonNode status = client.await(document, LIMIT, progress::show);
        progress.done();
        if (!status.path("state").asText().equals("completed")) {
            return refused(status.path("problem"));
        }
        printer.print(
                client.get("/v1/documents/" + document + "/analysis").body(),
                client.get("/v1/documents/" + document + "/text")
                        .body()
                        .path("text")
                        .asText());
        OUT.println("  The whole answer: GET /v1/documents/" + document + "/analysis");
        return true;
    }

    private static boolean refused(JsonNode problem) {
        OUT.println("  Not read: "
                + problem.path("detail").asText(problem.path("title").asText()));
        OUT.println("  " + problem.path("type").asText());
        return false;
    }

    private void farewell(URI address) {
        OUT.println("\n" + "─".repeat(100));
        OUT.println("The API:            " + address + "/v1/documents");
        OUT.println("Its documentation:  " + address + "/docs  (OpenAPI: " + address + "/openapi)");
        OUT.println("The register:       " + address + "/v1/audit/events");
        OUT.println("The stored data:    " + DATA.toAbsolutePath() + "  (sealed; delete the folder to forget it)");
        if (!options.once()) {
            OUT.println("Serving until Ctrl-C.");
        }
    }
}
