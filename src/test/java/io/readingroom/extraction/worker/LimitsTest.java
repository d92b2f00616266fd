package io.readingroom.extraction.worker;

import static io.readingroom.extraction.worker.Fixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a limit leaves out is never left out in silence.
class LimitsTest {

    private static final String MAIL = "message/rfc822";
    private static final String SENTENCE = "The tenant owes 1,250 euros. ";

    /// A way to make a long document.
    private interface Maker {
        byte[] make(String... parts) throws IOException;
    }

    /// The formats that are read.
    enum Format {
        PLAIN(parts -> utf8(String.join("\n", parts)), "text/plain"),
        MARKDOWN(parts -> utf8(String.join("\n", parts)), "text/markdown"),
        HTML(parts -> utf8("<p>" + String.join("</p><p>", parts) + "</p>"), "text/html"),
        RTF(parts -> utf8("{\\rtf1\\ansi\\pard " + String.join("\\par ", parts) + "}"), "application/rtf"),
        PDF(Fixtures::pdf, "application/pdf"),
        DOCX(Fixtures::docx, "application/octet-stream"),
        XLSX(Fixtures::xlsx, "application/octet-stream"),
        PPTX(Fixtures::pptx, "application/octet-stream"),
        XLS(Fixtures::xls, "application/octet-stream"),
        PPT(Fixtures::ppt, "application/octet-stream"),
        ODT(parts -> Fixtures.odt(String.join(" ", parts)), "application/octet-stream"),
        MAIL_BODY(parts -> utf8("Subject: x\n\n" + String.join("\n", parts)), MAIL),
        MAIL_ATTACHMENT(
                parts -> MailTest.mixed(MailTest.attachment("text/plain", "a.txt", utf8(String.join("\n", parts)))),
                MAIL),
        DOC(parts -> OfficeFilesTest.file("testWORD.doc"), "application/msword"),
        MSG(parts -> OfficeFilesTest.file("testMSG.msg"), "application/vnd.ms-outlook"),
        MSG_ATTACHMENT(parts -> OfficeFilesTest.file("testMSG_att_doc.msg"), "application/vnd.ms-outlook"),
        TNEF(parts -> OfficeFilesTest.file("testWINMAIL.dat"), "application/vnd.ms-tnef");

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final Maker maker;

        private final String mediaType;

        Format(Maker maker, String mediaType) {
            this.maker = maker;
            this.mediaType = mediaType;
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_beyond_the_limit_is_cut_and_the_cut_is_told(Format format) throws IOException {
        String[] parts = new String[20];
        Arrays.fill(parts, SENTENCE);
        Reading reading = Reading.of(format.maker.make(parts), format.mediaType, of(70, 4, 20));
        assertThat(reading.text().length()).isBetween(10, 70);
        assertThat(reading.warnings()).contains("text-cut");
    }

    @ParameterizedTest
    @EnumSource
    void text_within_the_limit_is_not_called_cut(Format format) throws IOException {
        Reading reading = Reading.of(format.maker.make(SENTENCE), format.mediaType);
        assertThat(reading.warnings()).doesNotContain("text-cut", "ends-early");
    }

    @Test
    void documents_too_deep_inside_are_refused() throws IOException {
        byte[] mail = MailTest.mixed(MailTest.attachment("text/plain", "last.txt", utf8("x")));
        for (int depth = 0; depth < 3; depth++) {
            mail = MailTest.mixed(MailTest.attachment(MAIL, "m.eml", mail));
        }
        assertThat(Reading.of(mail, MAIL, of(1000, 4, 20)).warnings()).isEmpty();
        assertThat(Reading.of(mail, MAIL, of(1000, 3, 20)).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
    }

    @Test
    void too_many_documents_inside_are_refused() throws IOException {
        byte[] mail = MailTest.mixed(
                MailTest.attachment("text/plain", "a.txt", utf8("x")).repeat(3));
        assertThat(Reading.of(mail, MAIL, of(1000, 4, 3)).warnings()).isEmpty();
        assertThat(Reading.of(mail, MAIL, of(1000, 4, 2)).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"testMSG_att_msg.msg", "testWORD_embeded.doc", "testWINMAIL.dat"})
    void microsofts_ways_of_putting_documents_inside_count_as_well(String file) throws IOException {
        byte[] document = OfficeFilesTest.file(file);
        String type = "application/octet-stream";
        assertThat(Reading.of(document, type, of(9000, 4, 20)).pages()).hasSizeGreaterThan(2);
        assertThat(Reading.of(document, type, of(9000, 0, 20)).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
        assertThat(Reading.of(document, type, of(9000, 4, 1)).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
    }

    @Test
    void a_container_that_unfolds_too_far_is_refused_before_a_parser_sees_it() throws IOException {
        assertRefused(Fixtures.bomb(), Reading.LIMITS);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 1001; i++) {
            many.put("word/" + i + ".xml", new byte[0]);
        }
        assertRefused(Fixtures.zip(many), Reading.LIMITS);
        assertRefused(Fixtures.docx("x"), new ReadingLimits(1000, 4, 20, 1000, 500, 200, ""));
    }

    private static void assertRefused(byte[] container, ReadingLimits limits) {
        assertThat(Reading.of(container, Fixtures.DOCX, limits).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
    }

    private static ReadingLimits of(int characters, int depth, int attachments) {
        return new ReadingLimits(characters, depth, attachments, 1000, 64 << 20, 200, "");
    }
}
