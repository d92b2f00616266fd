package io.readingroom.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

    private static final TextLanguage LANGUAGES = new TextLanguage();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | This Agreement is governed by the laws of the State of Delaware.
            de | Der Vertrag unterliegt dem Recht der Bundesrepublik Deutschland.
            fr | Le présent contrat prend effet le 20 mai 2014 entre les parties.
            es | El presente contrato entra en vigor el día 20 de mayo de 2014.
            ru | Настоящий договор вступает в силу с момента его подписания сторонами.
            zh | 本协议由甲乙双方于二零一四年五月签订，有效期为三年。
            ja | 契約期間は三年とする。
            ko | 본 계약은 서명한 날부터 효력이 발생한다.
            zh | Sony 与 Apple 于 2014 年签订了保密协议，双方应当保守商业秘密。
            ja | ソニーと Apple は秘密保持契約 (Non-Disclosure Agreement) を締結した。
            und | 12345 67.89
            und | OK
            """)
    void a_sentence_is_enough_to_tell_the_language(String tag, String text) {
        assertThat(LANGUAGES.of(text)).isEqualTo(tag);
    }

    @Test
    void a_quotation_in_another_script_does_not_decide() {
        String text = "The parties sign the agreement in Tokyo. ".repeat(20) + "秘密保持契約";
        assertThat(LANGUAGES.of(text)).isEqualTo("en");
    }
}
