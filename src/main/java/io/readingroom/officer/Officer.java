package io.readingroom.officer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line of an officer who asks the register. It runs as a role of the service's program, in a process of
/// its own, without the service.
public final class Officer {

    /// The first argument of the program for this role.
    public static final String ROLE = "audit";

    /// The exit status when the question was answered.
    static final int ANSWERED = 0;

    /// The exit status when the answer is that the log is not whole, or that it is frozen.
    static final int NOT_WHOLE = 1;

    /// The exit status when the command is wrong, or a file cannot be read or written.
    static final int USAGE = 2;

    /// The exit status when the service declined.
    static final int DECLINED = 3;

    /// The exit status when there was no whole answer.
    static final int UNANSWERED = 4;

    private final Arguments arguments;
    private final RegisterClient client;
    private final PrintStream out;
    private final PrintStream err;

    private Officer(Arguments arguments, RegisterClient client, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.client = client;
        this.out = out;
        this.err = err;
    }

    /// Answers and ends the process.
    ///
    /// @param args the role, the command and its options
    public static void main(String... args) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        List<String> words = List.of(args);
        int status = run(words.subList(Math.min(1, words.size()), words.size()), System.getenv(), out, err);
        out.flush();
        System.exit(status);
    }

    /// Answers.
    ///
    /// @param words the command and its options
    /// @return the exit status
    static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err)
            throws InterruptedException {
        if (words.contains("--help")) {
            out.println(Command.how());
            return ANSWERED;
        }
        try {
            Arguments arguments = Arguments.parse(words);
            try (RegisterClient client = new RegisterClient(Connection.of(arguments, environment))) {
                int status = new Officer(arguments, client, out, err).answer();
                if (out.checkError()) {
                    throw OfficerException.usage("The answer cannot be written to standard output.");
                }
                return status;
            }
        } catch (OfficerException told) {
            err.println(EventForm.plain(String.valueOf(told.getMessage())));
            if (told.status() == USAGE) {
                err.println("audit --help tells how.");
            }
            return told.status();
        }
    }

    private int answer() throws InterruptedException {
        return switch (arguments.command()) {
            case EVENTS -> new EventPages(client, arguments, out, err).print("/v1/audit/events");
            case ASK -> new EventPages(client, arguments, out, err).print("/v1/audit/queries/" + argument());
            case QUERIES -> queries();
            case EXPORT -> export();
            case BUNDLE -> bundle();
            case RECEIPT -> new Receipt(client, arguments.argument(), out).save(out());
            case LINEAGE -> lineage();
            case INTEGRITY -> integrity();
            case LOG -> log();
            case CHECKPOINT -> copy("/v1/audit/checkpoint", Map.of());
            case KEYS -> copy("/v1/audit/keys", Map.of());
        };
    }

    private int queries() throws InterruptedException {
        for (JsonNode query : client.json("/v1/audit/queries", Map.of())) {
            StringBuilder needs = new StringBuilder();
            query.path("needs").forEach(need -> needs.append(" --").append(need.asText()));
            line("%-12s%-14s%s"
                    .formatted(
                            query.path("name").asText(),
                            needs.toString().strip(),
                            query.path("question").asText()));
        }
        return ANSWERED;
    }

    private int export() throws InterruptedException {
        Map<String, String> query = arguments.filters();
        query.put("format", arguments.value("format").orElse("jsonl"));
        return copy("/v1/audit/export", query);
    }

    private int bundle() throws InterruptedException {
        SavedFile.write(out(), to -> client.copy("/v1/audit/bundle", Map.of(), to));
        return ANSWERED;
    }

    private int lineage() throws InterruptedException {
        JsonNode lineage = client.json("/v1/audit/documents/" + argument() + "/lineage", Map.of());
        byte[] text = (EventForm.json(lineage, true) + "\n").getBytes(StandardCharsets.UTF_8);
        Optional<Path> file = arguments.file("out");
        if (file.isPresent()) {
            SavedFile.write(file.get(), to -> to.write(text));
        } else {
            out.writeBytes(text);
        }
        return ANSWERED;
    }

    private int integrity() throws InterruptedException {
        String format = arguments.value("format").orElse("table");
        if (!List.of("table", "json").contains(format)) {
            throw OfficerException.usage("--format is table or json.");
        }
        JsonNode report = answer("/v1/audit/integrity", arguments.filters(), "holds");
        boolean holds = report.path("holds").asBoolean(false);
        if (format.equals("json")) {
            out.println(EventForm.json(report, true));
        } else {
            out.println(holds ? "WHOLE, says the service itself" : "NOT WHOLE");
            print(report);
        }
        return holds ? ANSWERED : NOT_WHOLE;
    }

    private void print(JsonNode report) {
        for (String count : List.of("firstEntry", "lastEntry", "entries", "bodies", "pruned", "checkpoints")) {
            line("%-12s%s".formatted(count, report.path(count).asText("none")));
        }
        report.path("events")
                .properties()
                .forEach(event -> line("%8s  %s".formatted(event.getValue().asText(), event.getKey())));
        report.path("findings")
                .forEach(finding -> line("entry %s: %s"
                        .formatted(
                                finding.path("entry").asText(),
                                finding.path("what").asText())));
    }

    private void line(String text) {
        out.println(EventForm.plain(text));
    }

    private int log() throws InterruptedException {
        JsonNode standing = answer("/v1/audit/log", Map.of(), "frozen");
        for (String name : List.of("epoch", "size", "pending", "frozen")) {
            JsonNode value = standing.path(name);
            line("%-9s%s".formatted(name, value.isNull() ? "no" : value.asText()));
        }
        return standing.path("frozen").isNull() ? ANSWERED : NOT_WHOLE;
    }

    /// An answer that says what it has to say; silence must not pass for good news.
    private JsonNode answer(String path, Map<String, String> query, String verdict) throws InterruptedException {
        JsonNode answer = client.json(path, query);
        if (!answer.has(verdict)) {
            throw OfficerException.unanswered("The service answered with something else than was asked.");
        }
        return answer;
    }

    private int copy(String path, Map<String, String> query) throws InterruptedException {
        Optional<Path> file = arguments.file("out");
        if (file.isPresent()) {
            SavedFile.write(file.get(), to -> client.copy(path, query, to));
            return ANSWERED;
        }
        try {
            client.copy(path, query, out);
        } catch (IOException impossible) {
            throw new IllegalStateException("print-failed", impossible);
        }
        return ANSWERED;
    }

    private Path out() {
        return arguments.file("out").orElseThrow(() -> OfficerException.usage("Say where to, with --out."));
    }

    private String argument() {
        return RegisterClient.encoded(arguments.argument());
    }
}
