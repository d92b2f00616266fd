package io.readingroom.extraction.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that only its owner may enter and that is emptied after every document.
///
/// @param path where it is
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder create(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new WorkFolder(Files.createTempDirectory(parent, "extraction-").toAbsolutePath());
    }

    /// Deletes everything inside. What a dying process still writes may escape the first look, so [#close]
    /// looks again.
    void empty() {
        try (Stream<Path> inside = Files.walk(path)) {
            inside.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(path))
                    .forEach(WorkFolder::delete);
        } catch (IOException | UncheckedIOException alreadyGone) {
            // Deleted by the process itself between the look and the touch.
        }
    }

    @Override
    public void close() {
        empty();
        delete(path);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillInUse) {
            file.toFile().deleteOnExit();
        }
    }
}
