package io.readingroom.tlog.bundle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a log in a checkpoint, taken apart. A log that went on from an earlier state of its database does so
/// under the name with the next number.
///
/// @param log the name without its number
/// @param epoch the number, from 1; 1 as well when the name has none
public record Origin(String log, long epoch) {

    private static final Pattern NUMBERED = Pattern.compile("(.+)/([1-9]\\d{0,17})");

    /// The parts of a name.
    public static Origin of(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches()
                ? new Origin(numbered.group(1), Long.parseLong(numbered.group(2)))
                : new Origin(name, 1);
    }
}
