package io.readingroom.officer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that is there as a whole or not at all, and never in the place of another: what is saved here is evidence.
final class SavedFile {

    private SavedFile() {}

    /// Writes bytes.
    interface Content {

        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /// @throws OfficerException when there is a file of this name, or it cannot be written
    static void check(Path file) {
        if (Files.exists(file)) {
            throw OfficerException.usage("There is a file of this name already; it is left as it is.");
        }
    }

    /// @throws OfficerException when there is a file of this name, or it cannot be written
    static void write(Path file, Content content) throws InterruptedException {
        check(file);
        Path folder = file.toAbsolutePath().getParent();
        try {
            // Only its owner may read a temporary file, and the file keeps that.
            Path part = Files.createTempFile(folder, ".audit-", ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    content.write(out);
                }
                Files.move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            throw OfficerException.usage("The file of --out cannot be written.");
        }
    }
}
