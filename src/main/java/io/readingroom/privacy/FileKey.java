package io.readingroom.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/// A key-encryption key from a file.
record FileKey(KeyWrapping wrapping) implements KeyEncryptionKey {

    private static final long LONGEST = 1024;

    /// @param generate whether to make the file, readable by its owner alone, when there is none
    static FileKey read(Path file, boolean generate) {
        try {
            if (generate && Files.notExists(file)) {
                generate(file);
            }
            if (Files.size(file) > LONGEST) {
                throw new IllegalStateException("The file of the key-encryption key holds more than a key");
            }
            return new FileKey(KeyWrapping.parse("file of reading-room.privacy.kek.file", Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of reading-room.privacy.kek.file cannot be read", unreadable);
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

    @Override
    public String id() {
        return wrapping.id();
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        return wrapping.wrap(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        return wrapping.unwrap(wrapped, context);
    }
}
