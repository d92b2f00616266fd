package io.readingroom.isolation;

import io.readingroom.extraction.worker.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Documents that ask whoever opens them to fetch something, each in the ways of its format.
final class PhoneHome {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TEXT = "The board of Harbour Lines agreed to the plan on May 20, 2014.";

    private PhoneHome() {}

    /// A document of each format, by file name.
    ///
    /// @param home what they want fetched from
    static Map<String, byte[]> documents(URI home) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("page.html", html(home).getBytes(StandardCharsets.UTF_8));
        all.put("mail.eml", mail(home).getBytes(StandardCharsets.UTF_8));
        all.put(
                "notes.md",
                (TEXT + "\n\n![seen](" + home + "/md.png) <" + home + "/md>\n").getBytes(StandardCharsets.UTF_8));
        all.put("notes.txt", (TEXT + " See " + home + "/txt.\n").getBytes(StandardCharsets.UTF_8));
        all.put("letter.rtf", rtf(home).getBytes(StandardCharsets.US_ASCII));
        all.put("report.pdf", pdf(home));
        all.put("letter.docx", docx(home));
        all.put("entity.docx", docxWithEntity(home));
        all.put("sheet.xlsx", xlsx(home));
        all.put("slides.pptx", pptx(home));
        all.put("letter.odt", odt(home));
        return all;
    }

    private static String html(URI home) {
        return """
                <!DOCTYPE html PUBLIC "-//X//DTD X//EN" "%1$s/page.dtd">
                <html><head><base href="%1$s/"><link rel="stylesheet" href="%1$s/a.css"><script src="%1$s/a.js"></script>
                <meta http-equiv="refresh" content="0; url=%1$s/refresh"><style>@import url("%1$s/b.css");</style></head>
                <body background="%1$s/back.png"><p>%2$s</p><img src="%1$s/seen.png" srcset="%1$s/two.png 2x">
                <iframe src="%1$s/frame"></iframe><object data="%1$s/object"></object><video src="%1$s/v.mp4"></video>
                <form action="%1$s/form"></form><a ping="%1$s/ping" href="%1$s/link">more</a></body></html>
                """.formatted(home, TEXT);
    }

    private static String mail(URI home) {
        return """
                From: a@example.org
                To: b@example.org
                Subject: Plan
                Disposition-Notification-To: spy@example.org
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=limit

                --limit
                Content-Type: message/external-body; access-type=URL; URL="%1$s/body"

                Content-Type: text/plain

                --limit
                Content-Type: text/html

                <p>%2$s</p><img src="%1$s/mail.png" width=1 height=1>
                --limit--
                """.formatted(home, TEXT);
    }

    private static String rtf(URI home) {
        return "{\\rtf1\\ansi{\\*\\template " + home + "/t.dot}\\pard " + TEXT
                + " {\\field{\\*\\fldinst INCLUDEPICTURE \"" + home + "/r.png\" \\\\d}{\\fldrslt x}}\\par}";
    }

    private static byte[] pdf(URI home) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixtures.pdf(TEXT))) {
            PDActionURI open = new PDActionURI();
            open.setURI(home + "/pdf");
            document.getDocumentCatalog().setOpenAction(open);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] docx(URI home) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(TEXT);
            document.createParagraph().createHyperlinkRun(home + "/link").setText("more");
            PackagePart part = document.getPackagePart();
            part.addExternalRelationship(home + "/template.dotm", RELATION + "attachedTemplate");
            part.addExternalRelationship(home + "/picture.png", RELATION + "image");
            part.addExternalRelationship(home + "/part.docx", RELATION + "aFChunk");
            part.addExternalRelationship(home + "/frame.htm", RELATION + "frame");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] xlsx(URI home) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue(TEXT);
            sheet.createRow(1).createCell(0).setCellFormula("HYPERLINK(\"" + home + "/cell\",\"more\")");
            book.getPackagePart().addExternalRelationship(home + "/book.xlsx", RELATION + "externalLinkPath");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] pptx(URI home) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            var slide = show.createSlide();
            var box = slide.createTextBox();
            box.setText(TEXT);
            box.setAnchor(new java.awt.geom.Rectangle2D.Double(50, 50, 400, 100));
            slide.getPackagePart().addExternalRelationship(home + "/film.mp4", RELATION + "video");
            slide.getPackagePart().addExternalRelationship(home + "/picture.png", RELATION + "image");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    /// The document's XML asks for a DTD and an entity (CWE-611).
    private static byte[] docxWithEntity(URI home) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml", """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
                Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
                PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.\
                document.main+xml"/></Types>""", "_rels/.rels", """
                <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="%sofficeDocument" Target="word/document.xml"/></Relationships>""".formatted(RELATION), "word/document.xml", """
                <?xml version="1.0"?><!DOCTYPE d SYSTEM "%1$s/d.dtd" [<!ENTITY e SYSTEM "%1$s/e"><!ENTITY %% p SYSTEM
                "%1$s/p"> %%p;]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>%2$s &e;</w:t></w:r></w:p></w:body></w:document>""".formatted(
                                home, TEXT)));
    }

    private static byte[] odt(URI home) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", """
                <?xml version="1.0"?><!DOCTYPE d SYSTEM "%1$s/d.dtd"><office:document-content
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text><text:p>%2$s
                </text:p><draw:frame><draw:image xlink:href="%1$s/o.png" xlink:actuate="onLoad"/></draw:frame>
                </office:text></office:body></office:document-content>""".formatted(home, TEXT));
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    // Uncompressed, so that it can be read without unpacking.
                    CRC32 checksum = new CRC32();
                    checksum.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(checksum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
