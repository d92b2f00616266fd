package io.readingroom.chunking;

import static io.readingroom.chunking.Texts.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void english_sentences_end_at_their_full_stops_and_not_at_abbreviations() {
        assertThat(sentences(
                        "en",
                        "Mr. J. Smith of Acme Inc. and Dr. Lee met on Jan. 5, 2021. See Sec. 4 and No. 7. Is it? "
                                + "Yes! The U.S. Congress, e.g. its clerk, agreed. It costs $1.5 million."))
                .containsExactly(
                        "Mr. J. Smith of Acme Inc. and Dr. Lee met on Jan. 5, 2021.",
                        "See Sec. 4 and No. 7.",
                        "Is it?",
                        "Yes!",
                        "The U.S. Congress, e.g. its clerk, agreed.",
                        "It costs $1.5 million.");
    }

    @Test
    void an_abbreviation_ends_a_sentence_when_another_begins_behind_it() {
        assertThat(sentences("en", "The seller is Acme Inc. The buyer lives in the U.S. They signed."))
                .containsExactly("The seller is Acme Inc.", "The buyer lives in the U.S.", "They signed.");
    }

    @Test
    void closing_quotes_stay_with_their_sentence() {
        assertThat(sentences("en", "She said \"stop.\" He left (quietly.) Then it rained."))
                .containsExactly("She said \"stop.\"", "He left (quietly.)", "Then it rained.");
        assertThat(sentences("zh", "他说：“我反对。”会议结束了。")).containsExactly("他说：“我反对。”", "会议结束了。");
    }

    @Test
    void chinese_and_japanese_sentences_end_without_spaces() {
        assertThat(sentences("zh", "董事会批准了预算。谁反对？没有人！会议于3.5小时后结束。"))
                .containsExactly("董事会批准了预算。", "谁反对？", "没有人！", "会议于3.5小时后结束。");
        assertThat(sentences("ja", "予算を承認しました。反対はありますか？ありません！以上です。"))
                .containsExactly("予算を承認しました。", "反対はありますか？", "ありません！", "以上です。");
    }

    @Test
    void a_japanese_quotation_inside_a_sentence_does_not_end_it() {
        assertThat(sentences("ja", "社長は「反対です。」と述べた。会議は終わった。")).containsExactly("社長は「反対です。」と述べた。", "会議は終わった。");
    }

    @Test
    void a_line_end_that_only_wraps_does_not_end_a_sentence() {
        String text = """
                This Agreement is made between the party of the first part and the
                Party of the second part, who together agree to all that follows in
                it and to nothing else. Neither of them may disclose what they learn
                about the other.
                """;
        assertThat(sentences("en", text)).hasSize(2);
        assertThat(sentences("en", text.replace("\n", "\r\n"))).hasSize(2);
        assertThat(sentences("ja", "当社は本契約に基づき受領した情報を\n第三者に開示しないものとする。\n違反した場合は責任を負う。"))
                .hasSize(2);
    }

    @Test
    void headings_items_and_blank_lines_end_a_sentence() {
        assertThat(sentences("en", """
                        ARTICLE I
                        1. Definitions. The terms below apply
                        (a) the first term, which is
                        defined here
                        (b) the second term

                        Nothing else counts
                        • a bullet
                        • another
                        """))
                .containsExactly(
                        "ARTICLE I",
                        "1. Definitions.",
                        "The terms below apply",
                        "(a) the first term, which is\ndefined here",
                        "(b) the second term",
                        "Nothing else counts",
                        "• a bullet",
                        "• another");
        assertThat(sentences("zh", "第一章 总则\n第一条 本合同适用于双方\n（一）甲方\n（二）乙方\n二、付款"))
                .containsExactly("第一章 总则", "第一条 本合同适用于双方", "（一）甲方", "（二）乙方", "二、付款");
    }

    @Test
    void the_number_of_an_item_on_a_line_of_its_own_belongs_to_the_item() {
        assertThat(sentences(
                        "en", "2.\nThe Recipient agrees under Contract No. DE-42 to this.\n(b)\nThe Term is one year."))
                .containsExactly(
                        "2.\nThe Recipient agrees under Contract No. DE-42 to this.", "(b)\nThe Term is one year.");
    }

    @Test
    void a_page_ends_a_sentence() {
        assertThat(sentences("en", "the end of one\f and the start of another")).hasSize(2);
    }

    @Test
    void white_space_belongs_to_the_sentence_before_it_and_at_the_very_start_to_the_first() {
        assertThat(Sentences.of(Texts.of("en", " \n One.  \n\n Two. \f \n")).stream()
                        .map(span -> span.start() + "-" + span.end()))
                .containsExactly("0-12", "12-20");
        assertThat(Sentences.of(Texts.of("en", " \n\n "))).hasSize(1);
        assertThat(Sentences.of(Texts.of("en", ""))).isEmpty();
    }
}
