package io.readingroom.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to evaluate.
///
/// @param corpora the folders of labelled documents
/// @param engine `ollama` or `extractive`
/// @param model name of the model, null for the extractive engine
/// @param limit how many documents of each corpus at most
/// @param out folder that keeps the answers and the report
record EvaluationOptions(
        List<Path> corpora, String engine, @Nullable String model, int limit, Path out) {

    static final String USAGE = """
            Usage: ./evaluate FOLDER… [--engine ollama|extractive] [--model NAME] [--limit N] [--out FOLDER]
            The model server's address is taken from READING_ROOM_INFERENCE_BASE_URL, else http://127.0.0.1:11434.""";

    /// A profile that asks for next to nothing: reviews are judged, not searched for facts.
    private static final String SENTIMENT_ONLY = """
            name: sentiment-only
            fields:
              - name: subject
                description: what the text is about, one or two words
            """;

    /// @throws IllegalArgumentException with a sentence that says what is wrong
    static EvaluationOptions parse(String... arguments) {
        List<Path> corpora = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                corpora.add(folder(arguments[i]));
            } else if (i + 1 < arguments.length
                    && List.of("--engine", "--model", "--limit", "--out").contains(arguments[i])) {
                values.put(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i] + " is not known or needs a value");
            }
        }
        String engine = values.getOrDefault("--engine", values.containsKey("--model") ? "ollama" : "extractive");
        if (corpora.isEmpty() || (engine.equals("ollama") && !values.containsKey("--model"))) {
            throw new IllegalArgumentException("A folder, and for the engine ollama a model, are needed");
        }
        return new EvaluationOptions(
                corpora,
                engine,
                values.get("--model"),
                Integer.parseInt(values.getOrDefault("--limit", String.valueOf(Integer.MAX_VALUE))),
                Path.of(values.getOrDefault("--out", "evaluation")));
    }

    /// The settings of the service to evaluate, as environment variables.
    Map<String, String> settings(Path temporary) throws IOException {
        Path profiles = Files.createDirectories(temporary.resolve("profiles"));
        Files.writeString(profiles.resolve("sentiment-only.yaml"), SENTIMENT_ONLY);
        Map<String, String> settings = new HashMap<>();
        settings.put("READING_ROOM_ENGINE", engine);
        settings.put("READING_ROOM_READING_PROFILES_DIRECTORY", profiles.toString());
        if (model != null) {
            settings.put("READING_ROOM_INFERENCE_MODEL", model);
            settings.put(
                    "READING_ROOM_INFERENCE_BASE_URL",
                    System.getenv().getOrDefault("READING_ROOM_INFERENCE_BASE_URL", "http://127.0.0.1:11434"));
        }
        return settings;
    }

    /// The file that keeps the answers about a corpus.
    Path answers(Path corpus) {
        String reader = model == null ? engine : engine + "-" + model.replaceAll("[^A-Za-z0-9.]+", "-");
        return out.resolve(corpus.getFileName() + "." + reader + ".jsonl");
    }

    List<LabelledDocument> limited(List<LabelledDocument> documents) {
        return documents.subList(0, Math.min(limit, documents.size()));
    }

    private static Path folder(String argument) {
        Path folder = Path.of(argument).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + argument);
        }
        return folder;
    }
}
