package io.readingroom.verifier;

import io.readingroom.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds signed checkpoints in what was kept outside: files of notes, and log lines with notes in them, as text or in
/// the strings of JSON.
final class Anchors {

    /// A checkpoint with its signatures; what stands on the first line in front of the origin is not of it.
    private static final Pattern NOTE = Pattern.compile(
            "([^\\s\"]+\\n\\d+\\n[A-Za-z0-9+/]{43}=\\n(?:[^\\n]+\\n)*?)\\n((?:\u2014 [^\\s\"]+ [A-Za-z0-9+/=]+(?:\\n|(?=\")|$))+)");

    private static final Pattern SIGNATURES = Pattern.compile("\\n\\n\u2014 ");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(n|/|\"|\\\\|u2014)");

    /// What was found in a file.
    ///
    /// @param file the file
    /// @param notes the notes in it
    /// @param unread how many more there seem to be that cannot be read
    record Found(String file, List<SignedNote> notes, long unread) {}

    private Anchors() {}

    /// What is in a file, or in each file of a folder.
    ///
    /// @throws UsageException when one cannot be read, or there is no note in one
    static List<Found> in(String fileOrFolder) {
        try (Stream<Path> files = Files.walk(Path.of(fileOrFolder))) {
            List<Found> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.add(read(file.toString(), Files.readString(file)));
            }
            return found;
        } catch (IOException | InvalidPathException unreadable) {
            throw new UsageException(fileOrFolder + " cannot be read");
        }
    }

    /// The notes in a text.
    static Found read(String file, String text) {
        String plain = ESCAPE.matcher(text.replace("\r\n", "\n")).replaceAll(Anchors::unescaped);
        List<SignedNote> notes = NOTE.matcher(plain)
                .results()
                .map(note ->
                        SignedNote.parse(note.group(1) + "\n" + note.group(2).stripTrailing() + "\n"))
                .flatMap(Optional::stream)
                .toList();
        long seeming = SIGNATURES.matcher(plain).results().count();
        if (seeming == 0 && notes.isEmpty()) {
            throw new UsageException(file + " holds no signed checkpoint");
        }
        return new Found(file, notes, Math.max(0, seeming - notes.size()));
    }

    private static String unescaped(MatchResult escape) {
        return switch (escape.group(1)) {
            case "n" -> "\n";
            case "u2014" -> "\u2014";
            case "\\" -> "\\\\";
            default -> escape.group(1);
        };
    }
}
