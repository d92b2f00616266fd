package io.readingroom.tlog;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a log says about itself: its name, how many entries it has, and the root over them (c2sp.org/tlog-checkpoint).
///
/// @param origin the name of the log, without line breaks
/// @param size how many entries it has
/// @param root the root over them, 32 bytes
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,18}");

    /// @throws IllegalArgumentException when it cannot be written as a checkpoint
    public Checkpoint {
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || root.length != TreeHash.BYTES) {
            throw new IllegalArgumentException("Not a checkpoint");
        }
    }

    /// Its three lines.
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.encode(root) + "\n";
    }

    /// The checkpoint that a text says; further lines, which are extensions, are passed over.
    public static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !SIZE.matcher(lines[1]).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), Base64Text.decode(lines[2])));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
