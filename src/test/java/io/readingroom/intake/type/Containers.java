package io.readingroom.intake.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Makes containers that hold just enough to be told apart.
final class Containers {

    static final String ODT = "application/vnd.oasis.opendocument.text";

    private Containers() {}

    /// A zip with these entries; an entry that holds something is written as `name=content`.
    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                int equals = entry.indexOf('=');
                String name = equals < 0 ? entry : entry.substring(0, equals);
                byte[] content = entry.substring(equals + 1).getBytes(StandardCharsets.UTF_8);
                zip.putNextEntry(name.equals("mimetype") ? stored(name, content) : new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] docx() throws IOException {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    static byte[] odt(String manifest) throws IOException {
        return zip("mimetype=" + ODT, "content.xml", "META-INF/manifest.xml=" + manifest);
    }

    /// An OLE2 container with these streams, each of `size` bytes.
    static byte[] ole2(int size, String... streams) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            for (String stream : streams) {
                container.createDocument(new ByteArrayInputStream(new byte[size]), stream);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
