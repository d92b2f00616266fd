package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The outcomes of one run, a line each, so that an interrupted run goes on where it was.
final class Answers {

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final Map<String, Outcome> byKey = new LinkedHashMap<>();

    Answers(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Outcome outcome = json.readValue(line, Outcome.class);
                byKey.put(outcome.key(), outcome);
            }
        }
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    void add(Outcome outcome) throws IOException {
        byKey.put(outcome.key(), outcome);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, json.writeValueAsString(outcome) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<Outcome> all() {
        return new ArrayList<>(byKey.values());
    }
}
