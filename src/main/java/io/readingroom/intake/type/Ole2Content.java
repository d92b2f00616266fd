package io.readingroom.intake.type;

import io.readingroom.document.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Tells the older Office formats by the names in the container's directory (MS-CFB 2.2 to 2.6).
final class Ole2Content {

    private static final int HEADER_BYTES = 512;
    private static final int HEADER_TABLE_ENTRIES = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int NAME_BYTES = 64;

    /// Sectors with numbers from here on are marks, not places.
    private static final int FIRST_MARK = 0xfffffffa;

    private static final int FREE = -1;

    /// More directory than this is an attack or no document.
    private static final int MOST_SECTORS = 4096;

    private static final Map<String, DocumentType> TYPES = Map.of(
            "WordDocument", DocumentType.DOC,
            "Workbook", DocumentType.XLS,
            "Book", DocumentType.XLS,
            "PowerPoint Document", DocumentType.PPT,
            "__properties_version1.0", DocumentType.MSG);

    private final FileBytes bytes;
    private final ByteBuffer header;
    private final int sectorBytes;

    private Ole2Content(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        this.header = bytes.require(0, HEADER_BYTES);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new RefusedException(TypeRefusal.CORRUPT);
        }
        this.sectorBytes = 1 << shift;
    }

    static Set<DocumentType> types(FileBytes bytes) throws IOException {
        Ole2Content container = new Ole2Content(bytes);
        Set<String> names = container.names();
        container.requireLastSector();
        if (names.contains("EncryptedPackage") && names.contains("EncryptionInfo")) {
            throw new RefusedException(TypeRefusal.ENCRYPTED);
        }
        // A mail holds its attachments' directories in the same list, so its own mark decides alone.
        if (names.contains("__properties_version1.0")) {
            return EnumSet.of(DocumentType.MSG);
        }
        Set<DocumentType> types = EnumSet.noneOf(DocumentType.class);
        TYPES.forEach((name, type) -> {
            if (names.contains(name)) {
                types.add(type);
            }
        });
        return types;
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        int sector = header.getInt(48);
        for (int count = 0; isPlace(sector); count++) {
            if (count == MOST_SECTORS) {
                throw new RefusedException(TypeRefusal.CORRUPT);
            }
            ByteBuffer directory = sector(sector);
            for (int at = 0; at < sectorBytes; at += ENTRY_BYTES) {
                addName(names, directory, at);
            }
            sector = next(sector);
        }
        return names;
    }

    /// Whether the last sector that the allocation table speaks of begins inside the file.
    private void requireLastSector() throws IOException {
        int perSector = sectorBytes / Integer.BYTES;
        for (int part = Math.clamp(header.getInt(44), 0, MOST_SECTORS) - 1; part >= 0; part--) {
            ByteBuffer table = sector(tableSector(part));
            for (int entry = perSector - 1; entry >= 0; entry--) {
                if (table.getInt(entry * Integer.BYTES) != FREE) {
                    bytes.require((1L + part * (long) perSector + entry) * sectorBytes, 1);
                    return;
                }
            }
        }
    }

    private static void addName(Set<String> names, ByteBuffer directory, int at) {
        int length = Short.toUnsignedInt(directory.getShort(at + NAME_BYTES));
        boolean used = directory.get(at + NAME_BYTES + 2) != 0;
        if (used && length >= 2 && length <= NAME_BYTES) {
            byte[] name = new byte[length - 2];
            directory.get(at, name);
            names.add(new String(name, StandardCharsets.UTF_16LE));
        }
    }

    /// The sector that follows in a chain, by the allocation table.
    private int next(int sector) throws IOException {
        int perSector = sectorBytes / Integer.BYTES;
        ByteBuffer table = sector(tableSector(sector / perSector));
        return table.getInt((sector % perSector) * Integer.BYTES);
    }

    /// The place of the allocation table's part `index`: the header lists the first 109, a chain of sectors the rest.
    private int tableSector(int index) throws IOException {
        if (index < HEADER_TABLE_ENTRIES) {
            return header.getInt(76 + index * Integer.BYTES);
        }
        int perSector = sectorBytes / Integer.BYTES - 1;
        int rest = index - HEADER_TABLE_ENTRIES;
        int sector = header.getInt(68);
        for (int skipped = rest / perSector; skipped > 0; skipped--) {
            sector = sector(sector).getInt(perSector * Integer.BYTES);
        }
        return sector(sector).getInt((rest % perSector) * Integer.BYTES);
    }

    private ByteBuffer sector(int number) throws IOException {
        if (!isPlace(number)) {
            throw new RefusedException(TypeRefusal.CORRUPT);
        }
        return bytes.require((number + 1L) * sectorBytes, sectorBytes);
    }

    private static boolean isPlace(int sector) {
        return Integer.compareUnsigned(sector, FIRST_MARK) < 0 && sector >= 0;
    }
}
