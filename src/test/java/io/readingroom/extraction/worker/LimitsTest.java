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

    private static final String ANY = "application/octet-stream";
    private static final String MAIL = "message/rfc822";
    private static final String SENTENCE = "The tenant owes 1,250 euros. ";

    /// The ways in which text comes.
    enum Format {
        PLAIN("text/plain"),
        MARKDOWN("text/markdown"),
        HTML("text/html"),
        RTF("application/rtf"),
        PDF("application/pdf"),
        DOCX(ANY),
        XLSX(ANY),
        PPTX(ANY),
        XLS(ANY),
        PPT(ANY),
        ODT(ANY),
        DOC(ANY),
        MAIL_BODY(MAIL),
        MAIL_ATTACHMENT(MAIL),
        MSG(ANY),
        MSG_ATTACHMENT(ANY),
        TNEF(ANY);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        byte[] document(String... parts) throws IOException {
            String lines = String.join("\n", parts);
            return switch (this) {
                case PLAIN, MARKDOWN -> utf8(lines);
                case HTML -> utf8("<p>" + lines + "</p>");
                case RTF -> utf8("{\\rtf1\\ansi\\pard " + String.join("\\par ", parts) + "}");
                case PDF -> Fixtures.pdf(parts);
                case DOCX -> Fixtures.docx(parts);
                case XLSX -> Fixtures.xlsx(parts);
                case PPTX -> Fixtures.pptx(parts);
                case XLS -> Fixtures.xls(parts);
                case PPT -> Fixtures.ppt(parts);
                case ODT -> Fixtures.odt(lines);
                case DOC -> OfficeFilesTest.file("testWORD.doc");
                case MAIL_BODY -> utf8("Subject: x\n\n" + lines);
                case MAIL_ATTACHMENT -> MailTest.mixed(MailTest.attachment("text/plain", "a.txt", utf8(lines)));
                case MSG -> OfficeFilesTest.file("testMSG.msg");
                case MSG_ATTACHMENT -> OfficeFilesTest.file("testMSG_att_doc.msg");
                case TNEF -> OfficeFilesTest.file("testWINMAIL.dat");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_beyond_the_limit_is_cut_and_the_cut_is_told(Format format) throws IOException {
        String[] parts = new String[20];
        Arrays.fill(parts, SENTENCE);
        Reading reading = Reading.of(format.document(parts), format.mediaType, of(70, 4, 20));
        assertThat(reading.text().length()).isBetween(10, 70);
        assertThat(reading.warnings()).contains("text-cut");
    }

    @ParameterizedTest
    @EnumSource
    void text_within_the_limit_is_not_called_cut(Format format) throws IOException {
        Reading reading = Reading.of(format.document(SENTENCE), format.mediaType);
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
        assertThat(Reading.of(document, ANY, of(9000, 4, 20)).pages()).hasSizeGreaterThan(2);
        assertThat(Reading.of(document, ANY, of(9000, 0, 20)).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
        assertThat(Reading.of(document, ANY, of(9000, 4, 1)).refusal()).isEqualTo(ExtractionRefusal.LIMIT);
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
