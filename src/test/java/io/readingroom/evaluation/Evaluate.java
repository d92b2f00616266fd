package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.readingroom.demo.DemoStage;
import io.readingroom.demo.ReadingRoomClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs the documents of labelled corpora through the packaged service and prints what the answers are worth.
public final class Evaluate {

    private static final Duration LIMIT = Duration.ofHours(1);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final EvaluationOptions options;

    private Evaluate(EvaluationOptions options) {
        this.options = options;
    }

    /// Runs the evaluation.
    ///
    /// @param arguments see [EvaluationOptions#USAGE]
    public static void main(String... arguments) throws Exception {
        EvaluationOptions options;
        try {
            options = EvaluationOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + EvaluationOptions.USAGE);
            System.exit(2);
            return;
        }
        new Evaluate(options).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Path temporary = Files.createTempDirectory("reading-room-evaluation");
        try (DemoStage stage = DemoStage.open(temporary.resolve("stage"), 0, options.settings(temporary));
                ReadingRoomClient client = new ReadingRoomClient(stage.address())) {
            for (Path corpus : options.corpora()) {
                read(client, corpus, temporary);
            }
        } finally {
            try (var files = Files.walk(temporary)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        new Report(options).print(OUT);
    }

    private void read(ReadingRoomClient client, Path corpus, Path temporary) throws IOException, InterruptedException {
        Answers answers = new Answers(options.answers(corpus));
        List<LabelledDocument> documents = options.limited(LabelledDocument.of(corpus));
        int done = 0;
        long started = System.nanoTime();
        int fresh = 0;
        for (LabelledDocument document : documents) {
            done++;
            if (answers.has(document.key())) {
                continue;
            }
            answers.add(outcome(client, document, temporary));
            fresh++;
            double seconds = (System.nanoTime() - started) / 1e9 / fresh;
            OUT.printf(
                    Locale.ROOT,
                    "%s: %d of %d, %.1f s a document, about %.0f min left%n",
                    corpus.getFileName(),
                    done,
                    documents.size(),
                    seconds,
                    seconds * (documents.size() - done) / 60);
        }
    }

    private Outcome outcome(ReadingRoomClient client, LabelledDocument document, Path temporary)
            throws IOException, InterruptedException {
        Path file = document.source().file(temporary);
        long started = System.nanoTime();
        ReadingRoomClient.Reply reply =
                client.upload(file.getFileName().toString(), file, Map.of("profile", document.profile()));
        if (!reply.ok()) {
            return Outcome.refused(document.key(), reply.body(), millis(started));
        }
        String id = reply.body().path("id").asText();
        JsonNode status = client.await(id, LIMIT, ignored -> {});
        long millis = millis(started);
        if (!status.path("state").asText().equals("completed")) {
            return Outcome.refused(document.key(), status.path("problem"), millis);
        }
        JsonNode analysis = client.get("/v1/documents/" + id + "/analysis").body();
        String text =
                client.get("/v1/documents/" + id + "/text").body().path("text").asText();
        return Outcome.of(document.key(), analysis, text, FieldMeasure.values(analysis), millis);
    }

    private static long millis(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
