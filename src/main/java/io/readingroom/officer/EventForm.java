package io.readingroom.officer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A form in which events are printed, a line each.
enum EventForm {
    TABLE {
        @Override
        void begin(PrintStream out) {
            out.println(line("INDEX", "TIME", "CODE", "OUTCOME", "REASON", "DOCUMENT", "ACTOR", "DETAIL"));
        }

        @Override
        void print(JsonNode event, PrintStream out) {
            String detail = event.path("detail").properties().stream()
                    .map(word -> word.getKey() + "=" + text(word.getValue()))
                    .collect(Collectors.joining(" "));
            out.println(plain(line(
                    text(event.path("index")),
                    text(event.path("time")),
                    text(event.path("code")),
                    text(event.path("outcome")),
                    text(event.path("reason")),
                    text(event.path("document")),
                    text(event.path("actor")),
                    detail)));
        }

        private String line(Object... columns) {
            return "%8s  %-27s  %-19s  %-9s  %-16s  %-36s  %-32s  %s".formatted(columns);
        }
    },
    JSON {
        @Override
        void print(JsonNode event, PrintStream out) {
            out.println(json(event, false));
        }
    },
    CSV {
        @Override
        void begin(PrintStream out) {
            out.print(line(COLUMNS.stream()));
        }

        @Override
        void print(JsonNode event, PrintStream out) {
            out.print(line(COLUMNS.stream().map(column -> plain(text(event.path(column))))));
        }

        private String line(Stream<String> values) {
            return values.map(value -> '"' + value.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",", "", "\r\n"));
        }
    };

    /// The columns of the service's own export.
    private static final List<String> COLUMNS = List.of(
            "index", "sequence", "id", "code", "time", "actor", "document", "outcome", "reason", "request", "detail");

    /// ASCII alone, so that no character of an answer commands a terminal.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /// @throws OfficerException when there is none of this name
    static EventForm of(String name) {
        return Stream.of(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> OfficerException.usage("--format is table, json or csv."));
    }

    /// Prints what stands above the first event.
    void begin(PrintStream out) {}

    abstract void print(JsonNode event, PrintStream out);

    static String json(JsonNode value, boolean indented) {
        try {
            return indented
                    ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                    : MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("json-unwritable", impossible);
        }
    }

    /// The text without the characters that command a terminal or turn its direction.
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : json(value, false);
    }
}
