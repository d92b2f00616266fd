package io.readingroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// How far a document is: one line that is written over in a terminal, a line for each change elsewhere.
final class ProgressLine {

    private static final int WIDTH = 70;

    private final PrintStream out;
    private final boolean terminal;
    private String last = "";

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Whether a person looks at the standard output as it is written.
    static boolean inTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    void show(JsonNode status) {
        JsonNode chunks = status.path("progress").path("chunks");
        JsonNode left = status.path("progress").path("secondsLeft");
        String line = String.format(
                Locale.ROOT,
                "  %-12s %d of %d chunks",
                status.path("state").asText(),
                chunks.path("read").asInt(),
                chunks.path("total").asInt());
        if (terminal) {
            String estimate = left.isNumber() ? ", about " + left.asInt() + " s left" : "";
            out.print("\r" + (line + estimate + " ".repeat(WIDTH)).substring(0, WIDTH));
            out.flush();
        } else if (!line.equals(last)) {
            out.println(line);
        }
        last = line;
    }

    /// Makes room for the answer.
    void done() {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        last = "";
    }
}
