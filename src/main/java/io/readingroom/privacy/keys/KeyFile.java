package io.readingroom.privacy.keys;

import io.readingroom.privacy.crypto.RandomBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/// A file of keys.
final class KeyFile {

    /// Enough for a key a year in a century.
    private static final long LONGEST = 8192;

    private KeyFile() {}

    /// @param generate whether to make the file, readable by its owner alone, when there is none
    static String read(String setting, Path file, boolean generate) {
        try {
            if (generate && Files.notExists(file)) {
                generate(file);
            }
            if (Files.size(file) > LONGEST) {
                throw new IllegalStateException("The file of " + setting + " holds more than keys");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of " + setting + " cannot be read", unreadable);
        }
    }

    private static void generate(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(RandomBytes.of(KeyWrapping.KEY_BYTES)) + "\n");
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // Another process was faster: its key is the one.
        }
    }
}
