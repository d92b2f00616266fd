package io.readingroom.extraction.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Documents of every format that is read, made here so that no test needs a file of somebody else's.
public final class Fixtures {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Fixtures() {}

    public static byte[] pdf(String... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            return saved(document);
        }
    }

    static byte[] scan() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            var image = new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 72, 600);
            }
            return saved(document);
        }
    }

    static byte[] protectedPdf(String user, String owner, String text) throws IOException {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf(text))) {
            AccessPermission nothing = new AccessPermission();
            nothing.setCanExtractContent(false);
            document.protect(new StandardProtectionPolicy(owner, user, nothing));
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static byte[] docx(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] xlsx(String... sheets) throws IOException {
        return book(new XSSFWorkbook(), sheets);
    }

    static byte[] xls(String... sheets) throws IOException {
        return book(new HSSFWorkbook(), sheets);
    }

    private static byte[] book(Workbook book, String... sheets) throws IOException {
        try (book) {
            for (String text : sheets) {
                Sheet sheet = book.createSheet();
                sheet.createRow(0).createCell(1).setCellValue(text);
                sheet.getRow(0).createCell(2).setCellValue("beside");
                sheet.createRow(1).createCell(0).setCellValue("below");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] pptx(String... slides) throws IOException {
        return show(new XMLSlideShow(), slides);
    }

    static byte[] ppt(String... slides) throws IOException {
        return show(new HSLFSlideShow(), slides);
    }

    private static byte[] show(SlideShow<?, ?> show, String... slides) throws IOException {
        try (show) {
            for (String text : slides) {
                var box = show.createSlide().createTextBox();
                box.setText(text);
                box.setAnchor(new java.awt.geom.Rectangle2D.Double(50, 50, 400, 100));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] docxWithDeletion(String kept, String deleted) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText(kept);
            paragraph.getCTP().addNewDel().addNewR().addNewDelText().setStringValue(deleted);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] odt(String body) throws IOException {
        return odt("", body, "");
    }

    static byte[] odtWith(String doctype, String body) throws IOException {
        return odt(doctype, body, "");
    }

    static byte[] encryptedOdt() throws IOException {
        return odt("", "secret", "<manifest:encryption-data manifest:checksum=\"x\"/>");
    }

    /// A small archive that unfolds to 16 megabytes.
    static byte[] bomb() throws IOException {
        return zip(Map.of("word/document.xml", new byte[16 << 20]));
    }

    private static byte[] odt(String doctype, String body, String encryption) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        entries.put("META-INF/manifest.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">%s\
                </manifest:file-entry></manifest:manifest>""".formatted(encryption)));
        entries.put("content.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>%s
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:p>%s</text:p></office:text></office:body></office:document-content>""".formatted(doctype, body)));
        return zip(entries);
    }

    static byte[] encryptedDocx() throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream content = encryptor.getDataStream(container)) {
                content.write(docx("hidden"));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    /// An archive whose entry says that it is encrypted (general purpose bit 0).
    static byte[] encryptedZip() throws IOException {
        byte[] plain = zip(Map.of("a.txt", utf8("x")));
        plain[6] |= 1;
        int central = new String(plain, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        plain[central + 8] |= 1;
        return plain;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                if (each.getKey().equals("mimetype")) {
                    store(entry, each.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
