package io.readingroom.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final String CONTRACT = """
            Mutual Non-Disclosure Agreement
            This Agreement is made as of May 20, 2014 between Orchard Technologies, Inc. and Meadow Castings LLC. \
            The Receiving Party shall keep the Confidential Information secret and shall not disclose it to any third \
            party without written consent. \
            Information that is publicly known is not Confidential Information. \
            The obligations end three (3) years after the date of disclosure. \
            Orchard shall pay a fee of $1,500,000 within thirty (30) days. \
            This Agreement is governed by the laws of the State of New York.""";

    private static final String MINUTES_ZH = """
            会议纪要
            公司决定投资4,250万元扩建苏州工厂。\
            新生产线预计于2025年9月30日投产。\
            董事张伟不同意增加负债。\
            市场部报告第三季度销售额增长12%。""";

    private static final String MINUTES_JA = """
            取締役会議事録
            当社は大阪工場の拡張に1億2,000万円を投資することを決定した。\
            新しい生産ラインは令和7年9月30日に稼働する予定である。\
            監査役は借入金の増加に反対しなかった。""";

    private static List<String> support(String text, String language, String sentence) {
        return new Attribution(Passages.of(text, language))
                .support(sentence).stream().map(found -> found.quote().reveal()).toList();
    }

    private static List<String> contract(String sentence) {
        return support(CONTRACT, "en", sentence);
    }

    @Test
    void a_paraphrase_is_supported_by_its_sentence() {
        assertThat(contract("The agreement is governed by New York law.").getFirst())
                .contains("State of New York");
        assertThat(contract("The receiving party must keep confidential information secret.")
                        .getFirst())
                .contains("shall keep the Confidential Information secret");
        assertThat(contract("The obligations last 3 years after disclosure.").getFirst())
                .contains("three (3) years");
    }

    @Test
    void what_only_touches_upon_a_supported_sentence_is_no_evidence_of_it() {
        assertThat(contract("The receiving party shall not disclose confidential information to a third party."))
                .singleElement()
                .asString()
                .contains("shall not disclose it to any third party");
    }

    @Test
    void a_sentence_may_draw_on_several() {
        assertThat(contract("Orchard Technologies and Meadow Castings LLC agreed on May 20, 2014 under New York law."))
                .hasSizeGreaterThan(1);
    }

    @Test
    void evidence_is_marked_as_supporting_and_stands_in_the_text() {
        Evidence found = new Attribution(Passages.of(CONTRACT))
                .support("The agreement is governed by New York law.")
                .getFirst();
        assertThat(found.alignment()).isEqualTo(Alignment.SUPPORTING);
        assertThat(found.quote().reveal())
                .isEqualTo(CONTRACT.substring(found.span().start(), found.span().end()));
    }

    @Test
    void another_number_date_sum_or_name_is_not_supported() {
        assertThat(contract("The obligations last 5 years after disclosure.")).isEmpty();
        assertThat(contract("The agreement was made as of May 21, 2014 between the parties."))
                .isEmpty();
        assertThat(contract("Orchard shall pay a fee of $1,600,000 within thirty days."))
                .isEmpty();
        assertThat(contract("Orchard shall pay a fee of €1,500,000 within thirty days."))
                .isEmpty();
        assertThat(contract("The agreement is governed by the laws of the State of Delaware."))
                .isEmpty();
    }

    @Test
    void sums_are_compared_as_values() {
        assertThat(contract("Orchard pays a fee of 1.5 million dollars within 30 days."))
                .isNotEmpty();
    }

    @Test
    void the_opposite_is_not_supported() {
        assertThat(contract("Publicly known information is Confidential Information."))
                .isEmpty();
        assertThat(contract("This agreement is not governed by the laws of New York."))
                .isEmpty();
    }

    @Test
    void an_invention_is_not_supported() {
        assertThat(contract("The weather during the negotiations was pleasant and sunny."))
                .isEmpty();
        assertThat(contract("")).isEmpty();
    }

    @Test
    void chinese_is_compared_by_bigrams_and_values() {
        assertThat(support(MINUTES_ZH, "zh", "公司投资4250万元扩建苏州工厂。").getFirst()).contains("4,250万元");
        assertThat(support(MINUTES_ZH, "zh", "公司投资4250元扩建苏州工厂。")).isEmpty();
        assertThat(support(MINUTES_ZH, "zh", "董事张伟同意增加负债。")).isEmpty();
        assertThat(support(MINUTES_ZH, "zh", "第三季度销售额增长百分之十二。")).isNotEmpty();
    }

    @Test
    void japanese_is_compared_by_bigrams_and_values() {
        assertThat(support(MINUTES_JA, "ja", "大阪工場の拡張に1.2億円を投資する。").getFirst()).contains("1億2,000万円");
        assertThat(support(MINUTES_JA, "ja", "大阪工場の拡張に12億円を投資する。")).isEmpty();
        assertThat(support(MINUTES_JA, "ja", "新しい生産ラインは2025年9月30日に稼働する。")).isNotEmpty();
    }

    @Test
    void across_languages_values_decide() {
        assertThat(support(MINUTES_ZH, "zh", "The company will invest 42.5 million yuan in its factory."))
                .isNotEmpty();
        assertThat(support(MINUTES_ZH, "zh", "The company will invest 4250 million yuan in its factory."))
                .isEmpty();
        assertThat(support(MINUTES_JA, "ja", "The company will invest 120 million yen."))
                .isNotEmpty();
        assertThat(support(MINUTES_JA, "ja", "The company will invest 1.2 billion yen."))
                .isEmpty();
    }

    @Test
    void across_languages_what_cannot_be_checked_is_refused() {
        assertThat(support(MINUTES_ZH, "zh", "The board is optimistic about the future."))
                .isEmpty();
        assertThat(support(MINUTES_ZH, "zh", "Sales grew by 12%, said director Zhang Wei."))
                .isEmpty();
    }
}
