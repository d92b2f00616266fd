package io.readingroom.officer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be asked, and which options each question takes. An option that a question does not take is refused rather
/// than passed over, because the answer would be another than the one that was asked for.
enum Command {
    EVENTS("", "events, oldest first", true, "limit format"),
    ASK("NAME", "answer a named query", true, "limit format"),
    QUERIES("", "list the named queries", false, ""),
    EXPORT("", "all events that match, whole: jsonl, csv or ocsf", true, "format out"),
    RECEIPT("INDEX", "save OUT.tlog-proof, OUT.entry and OUT.json of an event", false, "out"),
    BUNDLE("", "the whole register, for the verifier", false, "out"),
    LINEAGE("DOCUMENT", "where an answer comes from, as PROV-JSON", false, "out"),
    INTEGRITY("", "hold a period against the log", false, "from to format"),
    LOG("", "where the log stands, and whether it is frozen", false, ""),
    CHECKPOINT("", "the newest signed checkpoint", false, "out"),
    KEYS("", "the public keys of the log", false, "out");

    /// The switch that has every page of an answer printed.
    static final String ALL = "all";

    private final String argument;
    private final String purpose;
    private final boolean filtered;
    private final String others;

    private static final List<String> FILTERS =
            List.of("document", "actor", "code", "outcome", "reason", "model", "template", "from", "to");

    private static final Set<String> CONNECTION = Set.of("server", "token-file", "ca-file");

    /// @param filtered whether it takes every filter
    /// @param others the further options that it takes
    Command(String argument, String purpose, boolean filtered, String others) {
        this.argument = argument;
        this.purpose = purpose;
        this.filtered = filtered;
        this.others = others;
    }

    /// @throws OfficerException when there is none of this name
    static Command of(String word) {
        return Stream.of(values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .orElseThrow(() -> OfficerException.usage("There is no command of this name."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesArgument() {
        return !argument.isEmpty();
    }

    /// The options that narrow what is asked for; their names are those of the query's parameters.
    List<String> filters() {
        return FILTERS.stream().filter(this::takes).toList();
    }

    /// Whether the option has a meaning here.
    boolean takes(String option) {
        return option.equals(ALL)
                ? this == EVENTS || this == ASK
                : CONNECTION.contains(option) || others().contains(option) || (filtered && FILTERS.contains(option));
    }

    /// How the command line is used.
    static String how() {
        String commands = Stream.of(values())
                .map(command -> "  audit %-18s %s".formatted(command.word() + " " + command.argument, command.purpose))
                .collect(Collectors.joining("\n"));
        return """
                %s

                Which events:  %s
                Which answer:  --limit N (1 to 1000), --all (every page), --format table|json|csv, --out FILE (else standard output)
                Which service: --server URL (or READING_ROOM_URL), --token-file FILE, --ca-file FILE
                Times are such as 2026-01-31T09:30:00Z.

                Exits with 0 when answered, 1 when the log is not whole or is frozen, 2 when the command is wrong, 3 when the
                service declined, 4 when it gave no whole answer.""".formatted(
                        commands, FILTERS.stream().map(filter -> "--" + filter).collect(Collectors.joining(" ")));
    }

    /// The options with a value of any command.
    static Set<String> options() {
        Set<String> all = new TreeSet<>(CONNECTION);
        for (Command command : values()) {
            all.addAll(command.filters());
            all.addAll(command.others());
        }
        return all;
    }

    private List<String> others() {
        return others.isEmpty() ? List.of() : List.of(others.split(" ", -1));
    }
}
