package io.readingroom.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The files of a bundle, taken apart and put together again.
final class Members {

    private Members() {}

    /// What is in a ZIP by name; empty when it cannot be read, or has a name twice.
    static Optional<Map<String, byte[]>> of(byte[] zip) {
        Path file = temporary(zip);
        try (ZipFile read = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Map<String, byte[]> members = new LinkedHashMap<>();
            for (ZipEntry entry : Collections.list(read.entries())) {
                byte[] content = read.getInputStream(entry).readAllBytes();
                if (members.put(entry.getName(), content) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(members);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        } finally {
            delete(file);
        }
    }

    static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static Path temporary(byte[] content) {
        try {
            Path file = Files.createTempFile("bundle", ".zip");
            return Files.write(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
