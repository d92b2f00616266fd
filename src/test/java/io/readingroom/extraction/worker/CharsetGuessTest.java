package io.readingroom.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

    private static final String JAPANESE = "この契約は、甲と乙の間で締結される秘密保持契約である。契約期間は三年とする。";
    private static final String SIMPLIFIED = "本协议由甲乙双方于二零一四年五月签订，有效期为三年。双方应当保守商业秘密。";
    private static final String TRADITIONAL = "本協議由甲乙雙方於二零一四年五月簽訂，有效期為三年。雙方應當保守商業秘密。";

    @ParameterizedTest
    @CsvSource({"Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void japanese_is_read_in_its_usual_encodings(String charset) {
        assertReads(JAPANESE, charset);
        assertReads((JAPANESE + "\n第一条 ABC 2014\n").repeat(40), charset);
    }

    @ParameterizedTest
    @CsvSource({"GB18030", "GBK", "GB2312", "UTF-8", "UTF-16", "UTF-16LE"})
    void simplified_chinese_is_read_in_its_usual_encodings(String charset) {
        assertReads(SIMPLIFIED, charset);
        assertReads((SIMPLIFIED + "\n第一条 ABC 2014\n").repeat(40), charset);
    }

    @ParameterizedTest
    @CsvSource({"Big5", "UTF-8", "UTF-16"})
    void traditional_chinese_is_read_in_its_usual_encodings(String charset) {
        assertReads(TRADITIONAL, charset);
        assertReads((TRADITIONAL + "\n第一條 ABC 2014\n").repeat(40), charset);
    }

    @ParameterizedTest
    @CsvSource({
        "café, ISO-8859-1",
        "Der Mieter schuldet 1.250 € für März., windows-1252",
        "“Quoted” – naïve résumé, windows-1252",
        "El contrato entra en vigor mañana., ISO-8859-1",
        "São Paulo é à direita, ISO-8859-1",
        "größer, ISO-8859-1",
        "plain ASCII, US-ASCII",
        "'Le contrat prend effet le 1er août 2014; la société s''engage à préserver la confidentialité.', ISO-8859-1"
    })
    void short_western_text_is_not_taken_for_cyrillic_or_chinese(String text, String charset) {
        assertReads(text, charset);
    }

    @Test
    void cyrillic_is_read() {
        assertReads("Настоящий договор вступает в силу с момента его подписания сторонами.", "windows-1251");
        assertReads("Настоящий договор вступает в силу с момента его подписания сторонами.", "KOI8-R");
    }

    @Test
    void a_page_is_read_as_it_declares_unless_its_bytes_say_otherwise() {
        String page = "<html><head><meta charset=%s></head><body><p>%s</p></body></html>";
        for (String charset : new String[] {"Shift_JIS", "EUC-JP", "windows-1252", "GB18030", "Big5"}) {
            String text = charset.equals("windows-1252") ? "café" : charset.contains("J") ? "契約書" : "合同";
            byte[] bytes = page.formatted(charset, text).getBytes(Charset.forName(charset));
            assertThat(Reading.of(bytes, "text/html").text()).isEqualTo(text);
        }
        byte[] lie = page.formatted("windows-1252", "契約書").getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.of(lie, "text/html").text()).isEqualTo("契約書");
    }

    private static void assertReads(String text, String charset) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        for (String type : new String[] {"text/plain", "text/markdown"}) {
            assertThat(Reading.of(bytes, type).text()).as(charset).isEqualTo(text.strip());
        }
    }
}
