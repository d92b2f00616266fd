package io.readingroom.intake.type;

import io.readingroom.document.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Looks at a file's first and last bytes and at the list of contents of its container, never at the text itself:
/// parsing is left to extraction, in its own process.
public final class TypeDetection {

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] RTF = ascii("{\\rtf");

    /// Readers accept a PDF's header within its first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
    private static final int PDF_HEADER_WITHIN = 1024;

    /// What some tools append behind the end mark may be longer than the 1,024 bytes that the standard has in mind.
    private static final int PDF_END_WITHIN = 64 * 1024;

    private TypeDetection() {}

    /// The type of a file that is not empty.
    ///
    /// @param name what the submitter calls it; only its ending is looked at
    /// @throws RefusedException with a [TypeRefusal] when it is not accepted
    public static DocumentType detect(Path file, String name) throws IOException {
        Optional<String> extension = extension(name);
        Optional<DocumentType> named = extension.flatMap(DocumentType::ofExtension);
        if (extension.isPresent() && named.isEmpty()) {
            throw new RefusedException(TypeRefusal.UNSUPPORTED);
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            Set<DocumentType> possible = content(bytes);
            if (named.isPresent() && !possible.contains(named.get())) {
                throw new RefusedException(TypeRefusal.MISMATCH);
            }
            DocumentType type = named.or(() -> possible.stream().findFirst())
                    .orElseThrow(() -> new RefusedException(TypeRefusal.UNSUPPORTED));
            if (type == DocumentType.PDF) {
                requireEndOfPdf(bytes);
            }
            return type;
        }
    }

    /// The types that the content allows, the most telling first; none when it is none of the list.
    private static Set<DocumentType> content(FileBytes bytes) throws IOException {
        byte[] head = bytes.read(0, TextContent.LOOKED_AT);
        if (startsWith(head, ZIP)) {
            return ZipContent.types(bytes);
        }
        if (startsWith(head, OLE2)) {
            return Ole2Content.types(bytes);
        }
        if (startsWith(head, RTF)) {
            return EnumSet.of(DocumentType.RTF);
        }
        if (indexOf(head, PDF, Math.min(head.length, PDF_HEADER_WITHIN)) >= 0) {
            return EnumSet.of(DocumentType.PDF);
        }
        return TextContent.types(head);
    }

    private static void requireEndOfPdf(FileBytes bytes) throws IOException {
        byte[] tail = bytes.tail(PDF_END_WITHIN);
        if (indexOf(tail, ascii("%%EOF"), tail.length) < 0) {
            throw new RefusedException(TypeRefusal.TRUNCATED);
        }
    }

    private static Optional<String> extension(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        int dot = name.lastIndexOf('.');
        return dot > slash && dot < name.length() - 1
                ? Optional.of(name.substring(dot + 1).strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && indexOf(bytes, start, start.length) == 0;
    }

    /// Where `sought` begins within the first `within` bytes, or -1.
    static int indexOf(byte[] bytes, byte[] sought, int within) {
        int last = Math.min(within, bytes.length) - sought.length;
        for (int at = 0; at <= last; at++) {
            int same = 0;
            while (same < sought.length && bytes[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return at;
            }
        }
        return -1;
    }
}
