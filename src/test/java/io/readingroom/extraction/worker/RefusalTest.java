package io.readingroom.extraction.worker;

import static io.readingroom.extraction.worker.Fixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final String PDF = "application/pdf";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @Test
    void what_needs_a_password_is_encrypted() throws Exception {
        assertRefused(Fixtures.protectedPdf("user", "owner", "x"), PDF, ExtractionRefusal.ENCRYPTED);
        assertRefused(Fixtures.encryptedDocx(), Fixtures.DOCX, ExtractionRefusal.ENCRYPTED);
        assertRefused(Fixtures.encryptedOdt(), ODT, ExtractionRefusal.ENCRYPTED);
        assertRefused(Fixtures.encryptedZip(), Fixtures.DOCX, ExtractionRefusal.ENCRYPTED);
    }

    @Test
    void what_ends_too_early_is_truncated() throws IOException {
        assertRefused(head(Fixtures.pdf("x", "y"), 0.7), PDF, ExtractionRefusal.TRUNCATED);
        assertRefused(head(Fixtures.docx("x"), 0.7), Fixtures.DOCX, ExtractionRefusal.TRUNCATED);
        assertRefused(head(Fixtures.xls("x"), 0.5), "application/vnd.ms-excel", ExtractionRefusal.TRUNCATED);
        assertRefused(utf8("{\\rtf1 {\\b bold} and so"), "application/rtf", ExtractionRefusal.TRUNCATED);
    }

    @Test
    void what_is_broken_within_is_corrupt() throws IOException {
        assertRefused(utf8("%PDF-1.4\nnothing here\nstartxref\n0\n%%EOF"), PDF, ExtractionRefusal.CORRUPT);
        assertRefused(Fixtures.zip(Map.of("a.txt", utf8("x"))), Fixtures.DOCX, ExtractionRefusal.CORRUPT);
        assertRefused(Fixtures.odt("<text:p>unclosed"), ODT, ExtractionRefusal.CORRUPT);
        assertRefused(new byte[1000], "text/plain", ExtractionRefusal.CORRUPT);
    }

    @Test
    void what_is_not_on_the_list_is_unsupported() throws IOException {
        assertRefused(Fixtures.zip(Map.of("a.txt", utf8("x"))), "application/zip", ExtractionRefusal.UNSUPPORTED);
        assertRefused(utf8("<?xml version=\"1.0\"?><a>x</a>"), "application/xml", ExtractionRefusal.UNSUPPORTED);
        assertRefused(utf8("<?xml version=\"1.0\"?><a>x</a>"), "text/plain", ExtractionRefusal.UNSUPPORTED);
        assertRefused(utf8("GIF89a"), "image/gif", ExtractionRefusal.UNSUPPORTED);
        assertRefused(utf8("\u007fELF\2\1\1"), PDF, ExtractionRefusal.UNSUPPORTED);
    }

    @Test
    void what_holds_no_text_is_never_an_empty_success() throws IOException {
        assertRefused(Fixtures.scan(), PDF, ExtractionRefusal.NO_TEXT);
        assertRefused(new byte[0], "text/plain", ExtractionRefusal.NO_TEXT);
        assertRefused(utf8(" \n\t "), "text/plain", ExtractionRefusal.NO_TEXT);
        assertRefused(Fixtures.docx(""), Fixtures.DOCX, ExtractionRefusal.NO_TEXT);
    }

    private static void assertRefused(byte[] bytes, String type, ExtractionRefusal expected) {
        assertThat(Reading.of(bytes, type).refusal()).isEqualTo(expected);
    }

    private static byte[] head(byte[] bytes, double share) {
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }
}
