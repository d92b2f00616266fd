package io.readingroom.extraction.worker;

import static io.readingroom.extraction.worker.Fixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyEndTest {

    private static final String HTML = "text/html";
    private static final String MAIL = "message/rfc822";
    private static final String JAPANESE = "契約期間は三年とする。本契約は甲乙間で締結される。";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><p>The tenant owes",
                "<p>The tenant owes</p><p cla",
                "<p>The tenant owes</p><!-- and the",
                "<p>The tenant owes</p><script>if (a",
                "<p>The tenant owes</p><style>p {"
            })
    void a_page_that_leaves_something_open_is_told(String page) {
        Reading reading = Reading.of(utf8(page), HTML);
        assertThat(reading.text()).isEqualTo("The tenant owes");
        assertThat(reading.warnings()).containsExactly("ends-early");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><p>The tenant owes</body></html>",
                "<HTML><BODY>The tenant owes</BODY>",
                "<p>The tenant owes 5 < 6 euros",
                "<p>The tenant owes",
                "<p>The tenant owes<!-- a --><style>p {}</style>"
            })
    void what_html_allows_to_be_left_out_is_not(String page) {
        assertThat(Reading.of(utf8(page), HTML).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boundary=B", "charset=utf-8;\n boundary=\"B\"", "Boundary = B; type=x"})
    void a_mail_whose_last_part_is_not_closed_is_told(String parameter) {
        String open = "Subject: lease\nContent-Type: multipart/mixed; " + parameter
                + "\n\n--B\nContent-Type: text/plain\n\nThe tenant owes\n";
        assertThat(Reading.of(utf8(open), MAIL).text()).endsWith("The tenant owes");
        assertThat(Reading.of(utf8(open), MAIL).warnings()).containsExactly("ends-early");
        assertThat(Reading.of(utf8(open + "--B--\n"), MAIL).warnings()).isEmpty();
        assertThat(Reading.of(utf8("Subject: lease\n\nThe tenant owes"), MAIL).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "Shift_JIS", "EUC-JP", "GB18030", "UTF-16LE"})
    void a_text_that_ends_amid_a_character_is_told_and_read_in_its_encoding(String charset) {
        String text = charset.equals("UTF-16LE") ? "\uFEFF" + JAPANESE : JAPANESE;
        byte[] whole = text.getBytes(Charset.forName(charset));
        Reading cut = Reading.of(Arrays.copyOf(whole, whole.length - 1), "text/plain");
        assertThat(cut.text()).startsWith(JAPANESE.substring(0, JAPANESE.length() - 1));
        assertThat(cut.warnings()).containsExactly("ends-early");
        assertThat(Reading.of(whole, "text/plain").warnings()).isEmpty();
    }

    @Test
    void one_letter_at_the_end_is_not_taken_for_half_a_character() {
        byte[] latin = "Le café".getBytes(Charset.forName("windows-1252"));
        Reading reading = Reading.of(latin, "text/plain");
        assertThat(reading.text()).isEqualTo("Le café");
        assertThat(reading.warnings()).isEmpty();
    }
}
