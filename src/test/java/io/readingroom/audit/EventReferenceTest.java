package io.readingroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventReferenceTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+\\.[a-z]+)` \\| (\\w+) \\| ([^|]*) ?\\| [^|]+ \\|");

    @Test
    void the_reference_has_every_code_with_its_outcome_and_detail_and_no_other() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (EventWords words : EventSamples.words()) {
            told.put(words.code(), words.outcome().word() + " " + words.detail().keySet());
        }
        assertThat(told).isEqualTo(documented());
    }

    private static Map<String, String> documented() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/reference/events.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) + " " + names(row.group(3)),
                        (one, other) -> one + " twice",
                        TreeMap::new));
    }

    private static String names(String cell) {
        return Arrays.stream(cell.strip().split(",\\s*", -1))
                .map(name -> name.replace("`", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
