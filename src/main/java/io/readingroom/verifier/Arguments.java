package io.readingroom.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What stands behind the name of the program: one file, options with a value, and switches.
///
/// @param files what is not an option
/// @param values the options with their values, in the order in which they stand
/// @param switches the switches that are there
record Arguments(List<String> files, Map<String, List<String>> values, List<String> switches) {

    /// @throws UsageException when an option is unknown or has no value
    static Arguments parse(List<String> words, Set<String> options, Set<String> known) {
        Arguments arguments = new Arguments(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (known.contains(word)) {
                arguments.switches.add(word);
            } else if (!word.startsWith("--")) {
                arguments.files.add(word);
            } else if (options.contains(word) && i + 1 < words.size()) {
                i++;
                arguments
                        .values
                        .computeIfAbsent(word, option -> new ArrayList<>())
                        .add(words.get(i));
            } else {
                throw new UsageException(word + (options.contains(word) ? " needs a value" : " is not an option"));
            }
        }
        return arguments;
    }

    /// The one file.
    Path file() {
        if (files.size() != 1) {
            throw new UsageException("Name one file");
        }
        return path(files.getFirst());
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        if (all(option).size() > 1) {
            throw new UsageException(option + " can be given once");
        }
        return all(option).stream().findFirst();
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException malformed) {
            throw new UsageException("Not a file");
        }
    }
}
