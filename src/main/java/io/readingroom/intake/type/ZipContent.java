package io.readingroom.intake.type;

import io.readingroom.document.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells Office Open XML and OpenDocument text by the container's list of contents (APPNOTE 6.3.10; ECMA-376
/// part 2; OpenDocument 1.3 part 2).
final class ZipContent {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    /// A list of contents longer than this is an attack or no document.
    private static final int LARGEST_LIST = 8 * 1024 * 1024;

    private static final String ODT_TYPE = DocumentType.ODT.mediaType();

    private ZipContent() {}

    /// An entry as the list of contents has it.
    record Entry(String name, int flags, int method, long packed, long offset) {
        boolean encrypted() {
            return (flags & 1) != 0;
        }
    }

    static Set<DocumentType> types(FileBytes bytes) throws IOException {
        List<Entry> entries = entries(bytes);
        if (entries.stream().anyMatch(Entry::encrypted)) {
            throw new RefusedException(TypeRefusal.ENCRYPTED);
        }
        Set<DocumentType> types = EnumSet.noneOf(DocumentType.class);
        if (has(entries, "[Content_Types].xml")) {
            addIfPresent(types, DocumentType.DOCX, entries, "word/");
            addIfPresent(types, DocumentType.XLSX, entries, "xl/");
            addIfPresent(types, DocumentType.PPTX, entries, "ppt/");
        }
        if (isOpenDocumentText(bytes, entries)) {
            if (OpenDocumentManifest.encrypted(bytes, entries)) {
                throw new RefusedException(TypeRefusal.ENCRYPTED);
            }
            types.add(DocumentType.ODT);
        }
        return types;
    }

    static Optional<Entry> find(List<Entry> entries, String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /// The packed bytes of an entry, at most `limit` of them.
    static byte[] packed(FileBytes bytes, Entry entry, int limit) throws IOException {
        ByteBuffer local = bytes.require(entry.offset(), 30);
        long data =
                entry.offset() + 30 + Short.toUnsignedInt(local.getShort(26)) + Short.toUnsignedInt(local.getShort(28));
        return bytes.read(data, (int) Math.min(limit, entry.packed()));
    }

    private static boolean isOpenDocumentText(FileBytes bytes, List<Entry> entries) throws IOException {
        Optional<Entry> type = find(entries, "mimetype").filter(entry -> entry.method() == 0);
        return type.isPresent()
                && new String(packed(bytes, type.get(), ODT_TYPE.length() + 2), StandardCharsets.US_ASCII)
                        .strip()
                        .equals(ODT_TYPE);
    }

    private static List<Entry> entries(FileBytes bytes) throws IOException {
        byte[] tail = bytes.tail(END_BYTES + LONGEST_COMMENT);
        ByteBuffer end = end(tail);
        long length = Integer.toUnsignedLong(end.getInt(12));
        long start = Integer.toUnsignedLong(end.getInt(16));
        if (length > LARGEST_LIST) {
            throw new RefusedException(TypeRefusal.CORRUPT);
        }
        ByteBuffer list = bytes.require(start, (int) length);
        List<Entry> entries = new ArrayList<>();
        while (list.remaining() >= ENTRY_BYTES && list.getInt(list.position()) == ENTRY_SIGNATURE) {
            entries.add(entry(list));
        }
        if (entries.isEmpty()) {
            throw new RefusedException(TypeRefusal.CORRUPT);
        }
        return entries;
    }

    private static ByteBuffer end(byte[] tail) {
        ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.length - END_BYTES; at >= 0; at--) {
            if (buffer.getInt(at) == END_SIGNATURE) {
                return buffer.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new RefusedException(TypeRefusal.TRUNCATED);
    }

    private static Entry entry(ByteBuffer list) {
        int at = list.position();
        int nameLength = Short.toUnsignedInt(list.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(list.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(list.getShort(at + 32));
        int next = at + ENTRY_BYTES + nameLength + extraLength + commentLength;
        if (next > list.limit()) {
            throw new RefusedException(TypeRefusal.CORRUPT);
        }
        byte[] name = new byte[nameLength];
        list.get(at + ENTRY_BYTES, name);
        list.position(next);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                Short.toUnsignedInt(list.getShort(at + 8)),
                Short.toUnsignedInt(list.getShort(at + 10)),
                Integer.toUnsignedLong(list.getInt(at + 20)),
                Integer.toUnsignedLong(list.getInt(at + 42)));
    }

    private static boolean has(List<Entry> entries, String name) {
        return find(entries, name).isPresent();
    }

    private static void addIfPresent(Set<DocumentType> types, DocumentType type, List<Entry> entries, String folder) {
        if (entries.stream().anyMatch(entry -> entry.name().startsWith(folder))) {
            types.add(type);
        }
    }
}
