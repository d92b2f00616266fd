package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A document whose right answer is known.
///
/// @param key names it within its corpus
/// @param profile to read it by
/// @param label the right answer as the corpus gives it
/// @param source where its bytes come from
record LabelledDocument(String key, String profile, JsonNode label, Source source) {

    /// The bytes of a document, in a file.
    @FunctionalInterface
    interface Source {
        Path file(Path temporary) throws IOException;
    }

    /// The documents of a corpus folder, in the order of its labels.
    static List<LabelledDocument> of(Path folder) throws IOException {
        if (Files.exists(folder.resolve("reviews.jsonl"))) {
            return reviews(folder.resolve("reviews.jsonl"));
        }
        if (Files.exists(folder.resolve("expected.jsonl"))) {
            return fields(folder);
        }
        throw new IllegalArgumentException(folder + " holds neither expected.jsonl nor reviews.jsonl");
    }

    private static List<LabelledDocument> fields(Path folder) throws IOException {
        return lines(folder.resolve("expected.jsonl")).stream()
                .map(line -> new LabelledDocument(
                        line.path("file").asText(),
                        "nda",
                        line.path("expected"),
                        temporary -> folder.resolve(line.path("file").asText())))
                .toList();
    }

    private static List<LabelledDocument> reviews(Path file) throws IOException {
        List<LabelledDocument> documents = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            String key = "review-" + documents.size();
            documents.add(new LabelledDocument(
                    key,
                    "sentiment-only",
                    line,
                    temporary -> Files.writeString(
                            temporary.resolve(key + ".txt"), line.path("text").asText())));
        }
        return documents;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException malformed) {
                        throw new UncheckedIOException(malformed);
                    }
                })
                .toList();
    }
}
