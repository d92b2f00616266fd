package io.readingroom.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that Word, Excel, PowerPoint, Outlook and Exchange wrote, of the years in which their formats were
/// binary. They come with the tests of Tika's parsers.
class OfficeFilesTest {

    private static final String OUTLOOK = "application/vnd.ms-outlook";
    private static final String WORD = "application/msword";
    private static final String FOX = "The quick brown fox jumps over the lazy dog";

    static byte[] file(String name) throws IOException {
        try (InputStream file = OfficeFilesTest.class.getResourceAsStream("/test-documents/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    @Test
    void an_outlook_message_is_read_with_the_documents_that_are_attached_to_it() throws IOException {
        Reading reading = Reading.of(file("testMSG_att_doc.msg"), OUTLOOK);
        assertThat(reading.read().mediaType()).isEqualTo(OUTLOOK);
        assertThat(reading.pages()).hasSize(3);
        assertThat(reading.pages().getFirst()).isEqualTo("""
                Subject: test pièce jointe 1
                From: Nicolas1 23456
                To: 'nicolas1.23456@free.fr'
                Date: 2009-04-22T14:36:33Z

                contenu""");
        assertThat(reading.pages().get(1))
                .startsWith("[Attachment: test-unicode.doc]\n\nécole (00E9)\n\neuro : € (20AC)");
        assertThat(reading.pages().get(2)).startsWith("[Attachment: pj1.txt]\n\nécole (00E9)");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void a_message_in_a_message_is_read_and_so_is_a_pdf_beside_it() throws IOException {
        Reading reading = Reading.of(file("testMSG_att_msg.msg"), OUTLOOK);
        assertThat(reading.pages()).hasSize(3);
        assertThat(reading.pages().get(0)).endsWith("Test email with 1 msg attachment, 1 pdf");
        assertThat(reading.pages().get(1)).isEqualTo("""
                [Attachment: Test Attachment.msg]

                Subject: Test Attachment
                From: Nick Booth
                To: Nick Booth
                Date: 2010-06-17T23:52:19Z

                Blah blah blah""");
        assertThat(reading.pages().get(2)).startsWith("[Attachment: smbprn.00009008.KdcPjl.pdf]");
    }

    @Test
    void a_word_document_is_read_from_its_header_to_its_footer() throws IOException {
        Reading reading = Reading.of(file("testWORD.doc"), WORD);
        assertThat(reading.read().mediaType()).isEqualTo(WORD);
        assertThat(reading.text())
                .startsWith("This is the header for our document\n\nSample Word Document Title")
                .contains("More of our nested table", "This links to The Main Heading Bookmark")
                .endsWith("This is the footer for our document");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void a_word_document_is_read_with_the_sheets_and_slides_in_it() throws IOException {
        Reading reading = Reading.of(file("testWORD_embeded.doc"), WORD);
        assertThat(reading.pages()).first().asString().startsWith(FOX).endsWith("The end!");
        assertThat(reading.pages())
                .anyMatch(page -> page.startsWith("[Attachment: _1345471035.ppt]\n\n" + FOX))
                .anyMatch(page -> page.startsWith("[Attachment: _1345470949.xls]\n\nSheet1\n\n" + FOX));
    }

    @ParameterizedTest
    @CsvSource({
        "testWORD6.doc, application/msword, The quick brown fox jumps over the lazy dog",
        "testEXCEL.xls, application/vnd.ms-excel, Sample Excel Worksheet - Numbers and their Squares",
        "testEXCEL_5.xls, application/vnd.ms-excel, Sample Excel Worksheet - Numbers and their Squares",
        "testEXCEL_4.xls, application/vnd.ms-excel.sheet.4, Money amounts are in thousands of dollars",
        "testPPT.ppt, application/vnd.ms-powerpoint, Sample Powerpoint Slide"
    })
    void older_and_other_files_are_read(String name, String mediaType, String text) throws IOException {
        Reading reading = Reading.of(file(name), mediaType);
        assertThat(reading.read().mediaType()).isEqualTo(mediaType);
        assertThat(reading.text()).contains(text);
    }

    @Test
    void a_mail_that_exchange_packed_into_a_winmail_dat_is_unpacked() throws IOException {
        String packed = MailTest.attachment("application/ms-tnef", "winmail.dat", file("testWINMAIL.dat"));
        Reading reading = Reading.of(MailTest.mixed(packed), "message/rfc822");
        assertThat(reading.read().mediaType()).isEqualTo("message/rfc822");
        assertThat(reading.pages())
                .hasSize(6)
                .anyMatch(page -> page.startsWith("[Attachment: winmail.dat]\n\n[Attachment: message.rtf]")
                        && page.contains("These are five files."))
                .contains(
                        "[Attachment: quick.doc]\n\n" + FOX,
                        "[Attachment: quick.html]\n\n" + FOX,
                        "[Attachment: quick.pdf]\n\n" + FOX)
                .anyMatch(page -> page.startsWith("[Attachment: quick.txt]\n\n" + FOX));
        assertThat(reading.warnings()).as("the fifth is XML").containsExactly("attachment-skipped");
    }

    @Test
    void a_winmail_dat_on_its_own_has_no_page_but_those_inside() throws IOException {
        Reading reading = Reading.of(file("testWINMAIL.dat"), "application/vnd.ms-tnef");
        assertThat(reading.read().mediaType()).isEqualTo("application/vnd.ms-tnef");
        assertThat(reading.pages()).hasSize(5).first().asString().startsWith("[Attachment: message.rtf]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testWORD_protected_passtika.doc",
                "testEXCEL_protected_passtika.xls",
                "testPPT_protected_passtika.ppt"
            })
    void what_needs_a_password_is_encrypted(String name) throws IOException {
        assertThat(Reading.of(file(name), "application/octet-stream").refusal()).isEqualTo(ExtractionRefusal.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"testMSG_att_doc.msg", "testWORD.doc", "testEXCEL.xls", "testEXCEL_4.xls", "testPPT.ppt"})
    void what_ends_too_early_is_truncated(String name) throws IOException {
        byte[] whole = file(name);
        for (double share : new double[] {0.3, 0.6, 0.9}) {
            byte[] head = Arrays.copyOf(whole, (int) (whole.length * share));
            assertThat(Reading.of(head, "application/octet-stream").refusal())
                    .as("%s of it", share)
                    .isEqualTo(ExtractionRefusal.TRUNCATED);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9})
    void half_a_winmail_dat_is_not_read_as_a_whole_one(double share) throws IOException {
        byte[] whole = file("testWINMAIL.dat");
        byte[] head = Arrays.copyOf(whole, (int) (whole.length * share));
        assertThat(Reading.of(head, "application/vnd.ms-tnef").refusal()).isEqualTo(ExtractionRefusal.CORRUPT);
    }
}
