package io.readingroom.officer;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A command as it was given.
///
/// @param argument what it is about, where it takes something; else empty
/// @param values the options by name, without their dashes
/// @param all whether every page is asked for
record Arguments(Command command, String argument, Map<String, String> values, boolean all) {

    /// @throws OfficerException when it is not a command in its form
    static Arguments parse(List<String> words) {
        if (words.isEmpty()) {
            throw OfficerException.usage("Name a command.");
        }
        Command command = Command.of(words.getFirst());
        Set<String> options = Command.options();
        Map<String, String> values = new LinkedHashMap<>();
        String argument = "";
        boolean all = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                argument = once(argument.isEmpty() && command.takesArgument(), word);
                continue;
            }
            String option = word.substring(2);
            if (!command.takes(option)) {
                throw OfficerException.usage(
                        options.contains(option) || option.equals(Command.ALL)
                                ? command.word() + " does not take --" + option + "."
                                : "There is an option that is none. A secret is never an argument: see --token-file.");
            }
            if (option.equals(Command.ALL)) {
                all = true;
            } else {
                i++;
                once(i < words.size() && !values.containsKey(option), "--" + option);
                values.put(option, words.get(i));
            }
        }
        if (command.takesArgument() && argument.isEmpty()) {
            throw OfficerException.usage(command.word() + " needs to know of what: see --help.");
        }
        return new Arguments(command, argument, values, all);
    }

    private static String once(boolean fits, String word) {
        if (!fits) {
            throw OfficerException.usage(
                    word.startsWith("--") ? word + " needs one value." : "There is a word too many.");
        }
        return word;
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /// @throws OfficerException when the value is no path
    Optional<Path> file(String option) {
        try {
            return value(option).map(Path::of);
        } catch (InvalidPathException malformed) {
            throw OfficerException.usage("--" + option + " is no file.");
        }
    }

    /// The parameters of the query that narrow what is asked for.
    Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        command.filters().forEach(name -> value(name).ifPresent(value -> filters.put(name, value)));
        return filters;
    }
}
