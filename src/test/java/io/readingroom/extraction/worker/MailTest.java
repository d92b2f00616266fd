package io.readingroom.extraction.worker;

import static io.readingroom.extraction.worker.Fixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.extraction.ExtractionRefusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailTest {

    private static final String MAIL = "message/rfc822";
    private static final String HEAD = """
            From: Ada <ada@example.org>
            To: Bob <bob@example.org>, carol@example.org
            Subject: =?UTF-8?Q?Caf=C3=A9?= contract
            Date: Tue, 20 May 2014 10:00:00 +0000
            MIME-Version: 1.0
            """;
    private static final String LINES = """
            Subject: Café contract
            From: Ada <ada@example.org>
            To: Bob <bob@example.org>, carol@example.org
            Date: 2014-05-20T10:00:00Z

            """;

    @Test
    void a_mail_begins_with_who_wrote_to_whom_about_what() {
        Reading reading = Reading.of(utf8(HEAD + "Content-Type: text/plain; charset=utf-8\n\nWe sign.\n"), MAIL);
        assertThat(reading.text()).isEqualTo(LINES + "We sign.");
        assertThat(reading.read().mediaType()).isEqualTo(MAIL);
    }

    @Test
    void however_many_a_mail_went_to_all_are_named() {
        String many =
                IntStream.range(0, 300).mapToObj(i -> "r" + i + "@example.org").collect(Collectors.joining(",\n "));
        Reading reading = Reading.of(utf8("From: a@b.example\nTo: " + many + "\n\nWe sign.\n"), MAIL);
        assertThat(reading.text()).contains("r0@example.org, r1@").contains(", r299@example.org\n");
    }

    @Test
    void a_body_is_read_in_the_encoding_that_it_declares() {
        byte[] body = (HEAD + "Content-Type: text/plain; charset=iso-2022-jp\n\n契約書")
                .getBytes(Charset.forName("ISO-2022-JP"));
        assertThat(Reading.of(body, MAIL).text()).endsWith("契約書");
        byte[] koi = (HEAD + "Content-Type: text/plain; charset=koi8-r\n\nДоговор").getBytes(Charset.forName("KOI8-R"));
        assertThat(Reading.of(koi, MAIL).text()).endsWith("Договор");
    }

    @Test
    void of_alternatives_the_richest_counts_and_an_invitation_is_no_body() {
        Reading reading = Reading.of(utf8(HEAD + """
                Content-Type: multipart/alternative; boundary=B

                --B
                Content-Type: text/plain

                plain
                --B
                Content-Type: text/html

                <html><head><title>no</title></head><body><p>The
                rich one.</p></body></html>
                --B
                Content-Type: text/calendar

                BEGIN:VCALENDAR
                --B--
                """), MAIL);
        assertThat(reading.text()).isEqualTo(LINES + "The rich one.");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void attachments_are_further_pages_under_their_names() throws IOException {
        Reading reading = Reading.of(
                mixed(attachment("application/pdf", "lease.pdf", Fixtures.pdf("Page one.", "Page two."))), MAIL);
        assertThat(reading.pages())
                .containsExactly(LINES + "See attached.", "[Attachment: lease.pdf]\n\nPage one.", "Page two.");
    }

    @Test
    void a_mail_in_a_mail_is_read_with_what_is_attached_to_it() throws IOException {
        byte[] inner = mixed(attachment("application/octet-stream", "n.docx", Fixtures.docx("deep inside")));
        Reading reading = Reading.of(mixed(attachment(MAIL, "fwd.eml", inner)), MAIL);
        assertThat(reading.pages()).hasSize(3).last().isEqualTo("[Attachment: n.docx]\n\ndeep inside");
    }

    @Test
    void an_attachment_that_cannot_be_read_is_warned_of_and_the_rest_is_read() throws IOException {
        byte[] zip = Fixtures.zip(java.util.Map.of("a.txt", utf8("x")));
        Reading reading = Reading.of(mixed(attachment("application/zip", "a.zip", zip)), MAIL);
        assertThat(reading.text()).isEqualTo(LINES + "See attached.");
        assertThat(reading.warnings()).containsExactly("attachment-skipped");
    }

    @Test
    void a_bomb_in_an_attachment_refuses_the_mail() throws IOException {
        byte[] bomb = Fixtures.bomb();
        assertThat(Reading.of(mixed(attachment("application/octet-stream", "b.docx", bomb)), MAIL)
                        .refusal())
                .isEqualTo(ExtractionRefusal.LIMIT);
    }

    @Test
    void a_mail_that_is_all_ciphertext_is_encrypted() {
        byte[] mail = utf8(HEAD + "Content-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB\n");
        assertThat(Reading.of(mail, MAIL).refusal()).isEqualTo(ExtractionRefusal.ENCRYPTED);
    }

    static byte[] mixed(String parts) {
        return utf8(HEAD + "Content-Type: multipart/mixed; boundary=M" + parts.hashCode()
                + "\n\n--M" + parts.hashCode() + "\nContent-Type: text/plain\n\nSee attached.\n"
                + parts.replace("--@", "--M" + parts.hashCode()) + "--M" + parts.hashCode() + "--\n");
    }

    static String attachment(String type, String name, byte[] content) {
        return "--@\nContent-Type: " + type + "\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=" + name + "\n\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n";
    }
}
