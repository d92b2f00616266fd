package io.readingroom.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrounderTest {

    private static final String CONTRACT = """
            This Non-Disclosure Agreement is made as of the 20th day of May, 2014, by and between Liquid­metal \
            Technologies, Inc. and “Visser Precision Cast” LLC. The Receiving Party shall not disclose the Confidential \
            Information to any third party with-
            out prior written consent. This Agreement is governed by the laws of the State of New York. \
            The fee is $1,500,000. It ends two (2) years after the last disclosure.""";

    private static Optional<Grounded> find(String text, String words, String... cues) {
        return new Grounder(Passages.of(text)).find(words, List.of(cues));
    }

    private static String quote(Optional<Grounded> grounded) {
        return grounded.orElseThrow().evidence().quote().reveal();
    }

    private static Alignment alignment(Optional<Grounded> grounded) {
        return grounded.orElseThrow().evidence().alignment();
    }

    @Test
    void exact_words_are_found_as_they_stand() {
        Optional<Grounded> found = find(CONTRACT, "State of New York");
        assertThat(alignment(found)).isEqualTo(Alignment.EXACT);
        assertThat(quote(found)).isEqualTo("State of New York");
    }

    @Test
    void case_quotes_hyphens_and_soft_hyphens_fold() {
        assertThat(quote(find(CONTRACT, "\"VISSER  Precision Cast\" LLC"))).isEqualTo("“Visser Precision Cast” LLC");
        assertThat(quote(find(CONTRACT, "Liquidmetal Technologies, Inc."))).contains("Technologies, Inc.");
        assertThat(quote(find(CONTRACT, "without prior written consent"))).startsWith("with-\nout");
        assertThat(alignment(find(CONTRACT, "nondisclosure agreement"))).isEqualTo(Alignment.NORMALIZED);
    }

    @Test
    void full_width_forms_and_typesetters_breaks_fold() {
        String text = "契約金額は１億２，０００万円とし、\n支払期限は令和６年３月\n３１日とする。";
        assertThat(quote(new Grounder(Passages.of(text, "ja")).find("1億2,000万円", List.of())))
                .isEqualTo("１億２，０００万円");
        assertThat(quote(new Grounder(Passages.of(text, "ja")).find("令和6年3月31日", List.of())))
                .isEqualTo("令和６年３月\n３１日");
    }

    @Test
    void invisible_characters_do_not_hide_words() {
        assertThat(quote(find("The f\u200Bee\u202E is due.", "fee is"))).isEqualTo("f\u200Bee\u202E is");
    }

    @Test
    void parts_of_words_and_numbers_are_not_found() {
        assertThat(find("The third party pays 1,500 dollars in 15 days.", "art"))
                .isEmpty();
        assertThat(find("The third party pays 1,500 dollars in 15 days.", "500"))
                .isEmpty();
        assertThat(find("The third party pays 1,500 dollars in 15 days.", "5 days"))
                .isEmpty();
        assertThat(new Grounder(Passages.of("合同期限为十三年。", "zh")).find("三年", List.of()))
                .isEmpty();
    }

    @Test
    void a_value_is_found_in_another_way_of_writing() {
        assertThat(quote(find(CONTRACT, "May 20, 2014"))).isEqualTo("20th day of May, 2014");
        assertThat(quote(find(CONTRACT, "USD 1.5 million"))).isEqualTo("$1,500,000");
        assertThat(quote(find(CONTRACT, "a period of 2 years"))).isEqualTo("two (2) years");
        assertThat(alignment(find(CONTRACT, "2014-05-20"))).isEqualTo(Alignment.NORMALIZED);
    }

    @Test
    void near_words_are_aligned() {
        Optional<Grounded> found =
                find(CONTRACT, "Receiving Party shall not disclose Confidential Information to any third party");
        assertThat(alignment(found)).isEqualTo(Alignment.ALIGNED);
        assertThat(quote(found)).startsWith("Receiving Party").endsWith("third party");
    }

    @Test
    void another_number_date_currency_or_negation_is_never_aligned() {
        String sentence =
                "The Receiving Party shall not pay the total purchase price of $1,500,000 before 20 May 2014 arrives";
        assertThat(find(sentence, sentence.replace("the total", "total"))).isPresent();
        for (String changed : List.of(
                sentence.replace("1,500,000", "1,600,000"),
                sentence.replace("$", "€"),
                sentence.replace("May", "June"),
                sentence.replace("20 ", "21 "),
                sentence.replace("not ", ""))) {
            assertThat(find(sentence, changed)).as(changed).isEmpty();
        }
    }

    @Test
    void an_opposite_is_no_misspelling() {
        String text = "Disclosure required by any competent court of law is lawful and remains permitted at all times";
        assertThat(find(text, text.replace("lawful", "unlawful"))).isEmpty();
    }

    @Test
    void invented_words_are_not_found() {
        assertThat(find(CONTRACT, "State of Delaware")).isEmpty();
        assertThat(find(CONTRACT, "June 1, 2001")).isEmpty();
        assertThat(find(CONTRACT, "  ")).isEmpty();
        assertThat(find(CONTRACT, "—")).isEmpty();
    }

    @Test
    void the_place_whose_sentence_has_a_cue_wins() {
        String text =
                "Acme has offices in New York. It was founded in 1990. This Agreement is governed by the laws of New York.";
        Grounded found = find(text, "New York", "govern", "law").orElseThrow();
        assertThat(found.evidence().span().start()).isEqualTo(text.lastIndexOf("New York"));
        assertThat(found.others()).hasSize(1);
        assertThat(find(text, "New York").orElseThrow().evidence().span().start())
                .isEqualTo(text.indexOf("New York"));
    }

    @Test
    void evidence_carries_its_sentence_and_spans_of_the_whole_text() {
        Grounded found = find(CONTRACT, "State of New York").orElseThrow();
        assertThat(CONTRACT.substring(
                        found.evidence().span().start(), found.evidence().span().end()))
                .isEqualTo("State of New York");
        assertThat(CONTRACT.substring(
                        found.evidence().sentence().start(),
                        found.evidence().sentence().end()))
                .isEqualTo("This Agreement is governed by the laws of the State of New York. ");
    }
}
