package io.readingroom.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A bundle as it lies on disk. Its files are those that the directory at its end lists. Safe for use by several
/// threads.
final class BundleFile implements Closeable {

    private final ZipFile zip;

    private BundleFile(ZipFile zip) {
        this.zip = zip;
    }

    /// @throws ZipException when it is not a ZIP file, or a damaged one
    /// @throws UsageException when there is no such file, or it may not be read
    static BundleFile open(Path file) throws ZipException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException(file + " is not a file that can be read");
        }
        try {
            return new BundleFile(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException damaged) {
            throw damaged;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw damaged("its directory cannot be read", damaged);
        }
    }

    /// The names of its files, each as often as it is listed.
    List<String> names() {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
    }

    /// What is in a file; empty when there is none of this name.
    ///
    /// @param most how many bytes it may have
    /// @throws IOException when it is longer, or cannot be read
    Optional<byte[]> read(String name, int most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ZipException("it is too long");
            }
            return Optional.of(bytes);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw damaged("it cannot be read", damaged);
        }
    }

    /// The same as text.
    Optional<String> text(String name, int most) throws IOException {
        Optional<byte[]> bytes = read(name, most);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(utf8(bytes.get()));
    }

    /// @throws CharacterCodingException when the bytes are no UTF-8
    static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ZipException damaged(String what, Exception cause) {
        ZipException damaged = new ZipException(what);
        damaged.initCause(cause);
        return damaged;
    }
}
