package io.readingroom.extraction.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Tells whether a file goes on to the end that its format gives it.
final class Completeness {

    private static final int PDF_TAIL = 1 << 20;
    /// The record's length and the longest comment behind it.
    private static final int ZIP_TAIL = 22 + 0xFFFF;
    private static final int RTF_MOST = 64 << 20;
    private static final int SHEET_END = 0x0A;
    private static final int OLE_HEADER = 512;
    private static final int OLE_FAT_SECTORS_AT = 0x4C;
    private static final int OLE_FREE = -1;
    private static final int OLE_DIRECTORY_AT = 0x30;
    private static final int OLE_SECTOR_SHIFT_AT = 0x1E;

    private Completeness() {}

    /// Whether a PDF has its end marker, or at least the pointer before it, behind its last object. A
    /// linearised file has a marker near its start as well, and some writers leave other bytes behind the
    /// last.
    static boolean pdf(Path file) throws IOException {
        String tail = tail(file, PDF_TAIL);
        int marker = Math.max(tail.lastIndexOf("%%EOF"), tail.lastIndexOf("startxref"));
        return marker >= 0 && tail.indexOf(" obj", marker) < 0;
    }

    /// Whether a zip archive has its end-of-central-directory record (APPNOTE 4.3.16).
    static boolean hasEndOfCentralDirectory(Path file) throws IOException {
        return tail(file, ZIP_TAIL).contains("PK\u0005\u0006");
    }

    /// Whether an RTF closes every group it opens, or at least ends with a closing brace.
    static boolean rtf(Path file) throws IOException {
        String tail = tail(file, RTF_MOST).stripTrailing().replaceAll("\\u0000+$", "");
        if (tail.endsWith("}")) {
            return true;
        }
        int open = 0;
        for (int at = 0; at < tail.length(); at++) {
            switch (tail.charAt(at)) {
                case '\\' -> at++;
                case '{' -> open++;
                case '}' -> open--;
                default -> {}
            }
        }
        return open <= 0;
    }

    /// Whether an OLE file reaches to the last sector that its allocation table holds ([MS-CFB] 2.2 and
    /// 2.3). Tables beyond the 109 sectors that the header lists are not looked at.
    static boolean ole(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = read(channel, 0, OLE_HEADER);
            if (header.limit() < OLE_HEADER) {
                return false;
            }
            int shift = header.getShort(OLE_SECTOR_SHIFT_AT);
            if (shift != 9 && shift != 12) {
                return true;
            }
            long last = header.getInt(OLE_DIRECTORY_AT);
            long first = 0;
            int entries = 1 << (shift - 2);
            for (int at = OLE_FAT_SECTORS_AT; at < OLE_HEADER; at += Integer.BYTES) {
                int sector = header.getInt(at);
                if (sector >= 0) {
                    ByteBuffer table = read(channel, (sector + 1L) << shift, 1 << shift);
                    last = Math.max(Math.max(last, sector), first + lastUsed(table));
                    first += entries;
                }
            }
            return (last + 1) << shift < channel.size();
        }
    }

    /// Whether an Excel sheet from before the OLE files goes on to the record that ends it ([MS-XLS]
    /// 2.4.103).
    static boolean oldSheet(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long end = 0;
            int last = 0;
            for (ByteBuffer head = read(channel, end, 4); head.limit() == 4; head = read(channel, end, 4)) {
                int type = head.getShort();
                if (type == 0) {
                    break;
                }
                last = type;
                end += 4L + (head.getShort() & 0xFFFF);
            }
            return last == SHEET_END && end <= channel.size();
        }
    }

    private static int lastUsed(ByteBuffer table) {
        int at = table.limit() / Integer.BYTES - 1;
        while (at >= 0 && table.getInt(at * Integer.BYTES) == OLE_FREE) {
            at--;
        }
        return at;
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return bytes.flip();
    }

    /// The first bytes of a file, a character each.
    static String head(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return StandardCharsets.ISO_8859_1.decode(read(channel, 0, length)).toString();
        }
    }

    /// The last bytes of a file, a character each.
    static String tail(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long from = Math.max(0, channel.size() - length);
            ByteBuffer bytes = read(channel, from, (int) (channel.size() - from));
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }
}
