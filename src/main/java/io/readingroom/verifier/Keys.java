package io.readingroom.verifier;

import io.readingroom.tlog.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads keys as they are given: a key itself, or a file with one on each line.
final class Keys {

    private Keys() {}

    /// @throws UsageException when it is neither
    static List<NoteKey> given(String keyOrFile) {
        Optional<NoteKey> key = NoteKey.parse(keyOrFile);
        if (key.isPresent()) {
            return List.of(key.get());
        }
        try {
            return lines(Files.readString(Path.of(keyOrFile)))
                    .filter(keys -> !keys.isEmpty())
                    .orElseThrow(() -> new UsageException(keyOrFile + " holds something that is not a key"));
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException(keyOrFile + " is neither a key nor a file that can be read");
        }
    }

    /// The keys on the lines of a text; empty when a line is not one.
    static Optional<List<NoteKey>> lines(String text) {
        List<NoteKey> keys = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Optional<NoteKey> key = NoteKey.parse(line);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return Optional.of(keys);
    }
}
