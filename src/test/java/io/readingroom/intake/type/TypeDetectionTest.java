package io.readingroom.intake.type;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.document.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeDetectionTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n".getBytes(UTF_8);
    private static final byte[] HTML = "<!DOCTYPE html><html><p>Hello</p></html>".getBytes(UTF_8);
    private static final byte[] MAIL = "From: a@example.org\r\nSubject: x\r\n\r\nHello".getBytes(UTF_8);
    private static final byte[] TEXT = "Plain words.\nMore of them.\n".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void each_type_is_told_by_content_and_name() throws IOException {
        assertType(DocumentType.PDF, "a.pdf", PDF);
        assertType(DocumentType.DOCX, "a.docx", Containers.docx());
        assertType(DocumentType.XLSX, "a.xlsx", Containers.zip("[Content_Types].xml", "xl/workbook.xml"));
        assertType(DocumentType.PPTX, "a.pptx", Containers.zip("[Content_Types].xml", "ppt/presentation.xml"));
        assertType(DocumentType.ODT, "a.odt", Containers.odt("<manifest/>"));
        assertType(DocumentType.DOC, "a.doc", Containers.ole2(5000, "WordDocument", "1Table"));
        assertType(DocumentType.XLS, "a.xls", Containers.ole2(5000, "Workbook"));
        assertType(DocumentType.PPT, "a.ppt", Containers.ole2(5000, "PowerPoint Document"));
        assertType(DocumentType.MSG, "a.msg", Containers.ole2(100, "__properties_version1.0", "WordDocument"));
        assertType(DocumentType.RTF, "a.rtf", "{\\rtf1 x}".getBytes(UTF_8));
        assertType(DocumentType.HTML, "a.HTM", HTML);
        assertType(DocumentType.EML, "a.eml", MAIL);
        assertType(DocumentType.MARKDOWN, "a.md", TEXT);
        assertType(DocumentType.TEXT, "a.b.txt", TEXT);
        assertType(DocumentType.TEXT, "a.txt", HTML);
    }

    @Test
    void without_an_ending_the_content_decides() throws IOException {
        assertType(DocumentType.PDF, "scan", PDF);
        assertType(DocumentType.DOCX, "folder.d/letter", Containers.docx());
        assertType(DocumentType.HTML, "page", HTML);
        assertType(DocumentType.EML, "mail", MAIL);
        assertType(DocumentType.TEXT, "notes", TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP", "GB18030", "Big5"})
    void text_is_text_in_every_usual_encoding(String encoding) throws IOException {
        assertType(DocumentType.TEXT, "a.txt", "記録 2026年1月31日 10:00\n会議 ABC\n".getBytes(Charset.forName(encoding)));
    }

    @Test
    void a_page_in_utf_16_is_a_page() throws IOException {
        assertType(DocumentType.HTML, "a.html", new String(HTML, UTF_8).getBytes(UTF_16LE));
    }

    @Test
    void a_name_that_says_something_else_is_refused() throws IOException {
        assertRefused(TypeRefusal.MISMATCH, "a.pdf", Containers.docx());
        assertRefused(TypeRefusal.MISMATCH, "a.docx", PDF);
        assertRefused(TypeRefusal.MISMATCH, "a.docx", Containers.zip("xl/workbook.xml", "[Content_Types].xml"));
        assertRefused(TypeRefusal.MISMATCH, "a.doc", Containers.ole2(5000, "Workbook"));
        assertRefused(TypeRefusal.MISMATCH, "a.txt", PDF);
        assertRefused(TypeRefusal.MISMATCH, "a.pdf", TEXT);
        assertRefused(TypeRefusal.MISMATCH, "a.html", TEXT);
        assertRefused(TypeRefusal.MISMATCH, "a.eml", TEXT);
        assertRefused(TypeRefusal.MISMATCH, "a.txt", new byte[] {1, 2, 3, 0, 5, 6, 0, 0});
    }

    @Test
    void what_is_not_on_the_list_is_refused() throws IOException {
        assertRefused(TypeRefusal.UNSUPPORTED, "a.exe", new byte[] {'M', 'Z', 0, 0, 1});
        assertRefused(TypeRefusal.UNSUPPORTED, "a.zip", Containers.zip("a.txt"));
        assertRefused(TypeRefusal.UNSUPPORTED, "a.pdf.exe", PDF);
        assertRefused(TypeRefusal.UNSUPPORTED, "photo", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertRefused(TypeRefusal.UNSUPPORTED, "archive", Containers.zip("a.txt"));
        assertRefused(TypeRefusal.UNSUPPORTED, "thing", Containers.ole2(5000, "Something"));
    }

    @Test
    void what_is_seen_to_be_encrypted_is_refused() throws IOException {
        assertRefused(TypeRefusal.ENCRYPTED, "a.docx", Containers.ole2(5000, "EncryptedPackage", "EncryptionInfo"));
        String manifest = "<manifest><encryption-data/>" + " ".repeat(100_000) + "</manifest>";
        assertRefused(TypeRefusal.ENCRYPTED, "a.odt", Containers.odt(manifest));
        byte[] flagged = Containers.docx();
        int entry = TypeDetection.indexOf(flagged, new byte[] {'P', 'K', 1, 2}, flagged.length);
        flagged[entry + 8] |= 1;
        assertRefused(TypeRefusal.ENCRYPTED, "a.docx", flagged);
    }

    @Test
    void what_ends_too_early_is_refused() throws IOException {
        assertRefused(TypeRefusal.TRUNCATED, "a.pdf", Arrays.copyOf(PDF, PDF.length - 8));
        byte[] docx = Containers.docx();
        assertRefused(TypeRefusal.TRUNCATED, "a.docx", Arrays.copyOf(docx, docx.length - 30));
        byte[] doc = Containers.ole2(50_000, "WordDocument");
        assertRefused(TypeRefusal.TRUNCATED, "a.doc", Arrays.copyOf(doc, 3000));
    }

    @Test
    void junk_around_a_pdf_is_tolerated() throws IOException {
        byte[] junk = (" ".repeat(500) + new String(PDF, UTF_8) + "x".repeat(5000)).getBytes(UTF_8);
        assertType(DocumentType.PDF, "a.pdf", junk);
    }

    @Test
    void a_directory_behind_the_first_part_of_the_allocation_table_is_found() throws IOException {
        assertType(DocumentType.DOC, "a.doc", Containers.ole2(9_000_000, "Data", "WordDocument"));
    }

    @Property(tries = 300)
    void no_bytes_lead_to_anything_but_a_type_or_a_refusal(@ForAll @Size(max = 400) byte[] bytes, @ForAll int choice)
            throws IOException {
        byte[][] starts = {Containers.docx(), Containers.ole2(100, "WordDocument"), PDF, new byte[0]};
        byte[] start = starts[Math.floorMod(choice, starts.length)];
        byte[] hostile = start.length == 0 ? bytes : start.clone();
        for (int i = 0; i < Math.min(bytes.length, start.length - 8); i += 7) {
            hostile[8 + Math.floorMod(choice + i * 31, start.length - 8)] = bytes[i];
        }
        Path file = Files.createTempFile("type", "");
        try {
            TypeDetection.detect(Files.write(file, hostile), "a.doc");
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isInstanceOf(TypeRefusal.class);
        } finally {
            Files.delete(file);
        }
    }

    private void assertType(DocumentType type, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        assertThat(TypeDetection.detect(file, name)).as(name).isEqualTo(type);
    }

    private void assertRefused(TypeRefusal refusal, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        assertThatThrownBy(() -> TypeDetection.detect(file, name))
                .as(name)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
