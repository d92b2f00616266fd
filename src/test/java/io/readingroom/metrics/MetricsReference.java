package io.readingroom.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of docs/reference/metrics.md.
final class MetricsReference {

    private static final Path PAGE = Path.of("docs/reference/metrics.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(reading_room_[a-z_]+)` \\| ([a-z]+) \\| ([^|]*) ?\\| ([^|]+) \\|");
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`(:?)");

    private MetricsReference() {}

    /// A row.
    ///
    /// @param labels the labels and, where they are listed, their values
    record Entry(String type, Map<String, Set<String>> labels) {}

    static Map<String, Entry> read() throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                entries.put(row.group(1), new Entry(row.group(2), labels(row.group(3))));
            }
        }
        return entries;
    }

    /// Labels stand one after the other; after a colon the words are values.
    private static Map<String, Set<String>> labels(String cell) {
        Map<String, Set<String>> labels = new TreeMap<>();
        String last = "";
        Matcher word = WORD.matcher(cell);
        while (word.find()) {
            if (last.isEmpty()) {
                labels.put(word.group(1), new TreeSet<>());
                last = word.group(2).isEmpty() ? "" : word.group(1);
            } else {
                labels.computeIfAbsent(last, label -> new TreeSet<>()).add(word.group(1));
            }
        }
        return labels;
    }
}
