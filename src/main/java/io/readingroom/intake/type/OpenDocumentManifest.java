package io.readingroom.intake.type;

import io.readingroom.document.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Tells from the manifest whether an OpenDocument is encrypted (OpenDocument 1.3 part 2, 4.4). The manifest is only
/// searched, not parsed, and only its beginning.
final class OpenDocumentManifest {

    private static final int LOOKED_AT = 256 * 1024;
    private static final int DEFLATED = 8;

    private OpenDocumentManifest() {}

    static boolean encrypted(FileBytes bytes, List<ZipContent.Entry> entries) throws IOException {
        Optional<ZipContent.Entry> manifest = ZipContent.find(entries, "META-INF/manifest.xml");
        if (manifest.isEmpty()) {
            return false;
        }
        byte[] packed = ZipContent.packed(bytes, manifest.get(), LOOKED_AT);
        byte[] plain = manifest.get().method() == DEFLATED ? inflate(packed) : packed;
        String text = new String(plain, StandardCharsets.UTF_8);
        return text.contains("encryption-data") || text.contains("encrypted-package");
    }

    private static byte[] inflate(byte[] packed) {
        byte[] plain = new byte[LOOKED_AT];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            int length = 0;
            while (length < plain.length && !inflater.finished()) {
                int count = inflater.inflate(plain, length, plain.length - length);
                if (count == 0) {
                    break;
                }
                length += count;
            }
            return Arrays.copyOf(plain, length);
        } catch (DataFormatException damaged) {
            throw new RefusedException(TypeRefusal.CORRUPT, damaged);
        }
    }
}
