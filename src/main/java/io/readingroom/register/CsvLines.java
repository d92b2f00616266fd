package io.readingroom.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Events as RFC 4180 has it: a line of names, then a line for each event, every value in quotes.
final class CsvLines implements ExportForm.Lines {

    @Override
    public void begin(OutputStream out) throws IOException {
        write(
                Stream.of(
                        "index",
                        "sequence",
                        "id",
                        "code",
                        "time",
                        "actor",
                        "document",
                        "outcome",
                        "reason",
                        "request",
                        "detail"),
                out);
    }

    @Override
    public void write(RecordedEvent event, OutputStream out) throws IOException {
        write(
                Stream.of(
                        String.valueOf(event.index()),
                        String.valueOf(event.sequence()),
                        event.id(),
                        event.code(),
                        event.time().toString(),
                        event.actor(),
                        text(event.document()),
                        event.outcome(),
                        text(event.reason()),
                        text(event.request()),
                        event.detail()),
                out);
    }

    private static void write(Stream<String> values, OutputStream out) throws IOException {
        String line = values.map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
