package io.readingroom.extraction.worker;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unfolds a zip container once, into nothing, before a parser may: parsers trust sizes that the archive
/// claims.
final class ContainerScan {

    private static final int BUFFER = 64 * 1024;
    /// Small entries of XML compress far beyond any suspicious ratio.
    private static final long RATIO_MATTERS_FROM = 1L << 20;

    private final Budget budget;
    private final byte[] buffer = new byte[BUFFER];

    ContainerScan(Budget budget) {
        this.budget = budget;
    }

    /// Scans the container at `file`.
    ///
    /// @throws RefusedException LIMIT for a bomb, ENCRYPTED, CORRUPT or TRUNCATED
    void scan(Path file) throws IOException {
        if (!Completeness.hasEndOfCentralDirectory(file)) {
            throw new RefusedException(ExtractionRefusal.TRUNCATED);
        }
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            int entries = 0;
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > budget.limits().containerEntries()) {
                    throw budget.exceed();
                }
                if (!names.add(entry.getName())) {
                    throw new RefusedException(ExtractionRefusal.CORRUPT);
                }
                unfold(zip, entry);
            }
        }
    }

    private void unfold(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RefusedException(ExtractionRefusal.ENCRYPTED);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        long unfolded = 0;
        try (InputStream content = zip.getInputStream(entry)) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                unfolded += length;
                budget.inflate(length);
                if (unfolded > RATIO_MATTERS_FROM
                        && unfolded / packed > budget.limits().inflationRatio()) {
                    throw budget.exceed();
                }
            }
        }
    }
}
