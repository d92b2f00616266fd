package io.readingroom.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveReaderTest {

    private static final String CONTRACT = """
            MUTUAL NON-DISCLOSURE AGREEMENT

            This Mutual Non-Disclosure Agreement (this “Agreement”) is made as of this 20th day of May, 2014 by and between \
            Orchard Technologies, Inc., a Delaware corporation (“Orchard”), and Meadow Castings LLC, a Colorado company \
            (“Meadow”).

            1. Purpose. The parties wish to explore a business relationship in which each may disclose confidential \
            information to the other. The Receiving Party shall keep the confidential information secret and shall not \
            disclose it to any third party without prior written consent. The Receiving Party must return all confidential \
            information within thirty (30) days after a written request. Orchard shall pay a fee of $1,500,000, of which \
            10% is due at once, under contract no. OT-2014/17. Notices go to Mr. John Miller at legal@orchard.example.

            2. Term. The obligations of this Agreement shall remain in effect for a period of three (3) years.

            3. Law. This Agreement shall be governed by and construed in accordance with the laws of the State of New York.
            """;

    @Test
    void the_four_facts_of_a_contract_are_found() {
        Reading reading = Documents.read(CONTRACT, "en", Assignments.CONTRACT);
        assertThat(Documents.values(reading, "effective_date")).containsExactly("20th day of May, 2014");
        assertThat(Documents.values(reading, "jurisdiction")).containsExactly("New York");
        assertThat(Documents.values(reading, "party"))
                .containsExactly("Orchard Technologies, Inc.", "Meadow Castings LLC");
        assertThat(Documents.values(reading, "term")).containsExactly("three (3) years");
    }

    @Test
    void general_facts_are_found() {
        Reading reading = Documents.read(CONTRACT, "en", Assignments.GENERAL);
        assertThat(Documents.values(reading, "amount")).containsExactly("$1,500,000");
        assertThat(Documents.values(reading, "percentage")).containsExactly("10%");
        assertThat(Documents.values(reading, "duration")).containsExactly("thirty (30) days", "three (3) years");
        assertThat(Documents.values(reading, "identifier")).containsExactly("OT-2014/17");
        assertThat(Documents.values(reading, "person")).containsExactly("Mr. John Miller");
        assertThat(Documents.values(reading, "email")).containsExactly("legal@orchard.example");
        assertThat(Documents.values(reading, "law")).containsExactly("State of New York");
        assertThat(Documents.values(reading, "obligation")).anyMatch(duty -> duty.contains("must return"));
    }

    @Test
    void japanese_facts_are_found() {
        String text = "株式会社青空商事（以下「甲」という）と緑川製作所株式会社（以下「乙」という）は、令和6年3月1日に契約を締結した。"
                + "乙は甲に1億2,000万円を支払わなければならない。契約期間は3年間とする。個人情報保護法第23条に従う。田中一郎氏が担当する。";
        Reading reading = Documents.read(text, "ja", Assignments.GENERAL);
        assertThat(Documents.values(reading, "party")).containsExactly("株式会社青空商事", "緑川製作所株式会社");
        assertThat(Documents.values(reading, "date")).containsExactly("令和6年3月1日");
        assertThat(Documents.values(reading, "amount")).containsExactly("1億2,000万円");
        assertThat(Documents.values(reading, "duration")).containsExactly("3年間");
        assertThat(Documents.values(reading, "person")).containsExactly("田中一郎");
        assertThat(Documents.values(reading, "obligation"))
                .singleElement()
                .asString()
                .contains("なければならない");
        assertThat(Documents.values(reading, "law")).containsExactly("個人情報保護法第23条");
    }

    @Test
    void chinese_facts_are_found() {
        String text = "甲方：上海蓝天有限公司\n乙方：苏州绿水有限公司\n双方于二〇二四年三月一日签订本合同。乙方应当在15天内支付4,250万元。"
                + "董事会批准了该项目。合同编号：HT-2024-08。依照《中华人民共和国民法典》《公司法》第十六条执行。";
        Reading reading = Documents.read(text, "zh", Assignments.GENERAL);
        assertThat(Documents.values(reading, "party")).containsExactly("上海蓝天有限公司", "苏州绿水有限公司");
        assertThat(Documents.values(reading, "date")).containsExactly("二〇二四年三月一日");
        assertThat(Documents.values(reading, "amount")).containsExactly("4,250万元");
        assertThat(Documents.values(reading, "obligation"))
                .singleElement()
                .asString()
                .contains("应当");
        assertThat(Documents.values(reading, "decision"))
                .singleElement()
                .asString()
                .contains("批准了");
        assertThat(Documents.values(reading, "identifier")).containsExactly("HT-2024-08");
    }

    @Test
    void a_field_without_a_rule_is_found_by_its_type_or_stays_empty() {
        Reading reading = Documents.read(
                CONTRACT,
                "en",
                Assignments.assignment(
                        Assignments.field("purchase_price", ValueType.AMOUNT, false),
                        Assignments.field("mood", ValueType.TEXT, true)));
        assertThat(Documents.values(reading, "purchase_price")).containsExactly("$1,500,000");
        assertThat(Documents.values(reading, "mood")).isEmpty();
    }

    @Test
    void evidence_is_what_stands_at_its_span() {
        Reading reading = Documents.read(CONTRACT, "en", Assignments.GENERAL);
        assertThat(Documents.evidence(reading)).isNotEmpty().allSatisfy(evidence -> {
            Span span = evidence.span();
            assertThat(evidence.quote().reveal()).isEqualTo(CONTRACT.substring(span.start(), span.end()));
            assertThat(evidence.sentence().contains(span)).isTrue();
        });
    }

    @Test
    void a_summary_holds_sentences_and_no_headings() {
        Reading reading = Documents.read(CONTRACT, "en", Assignments.CONTRACT);
        assertThat(reading.summary())
                .isNotEmpty()
                .allSatisfy(sentence ->
                        assertThat(sentence.text().reveal()).endsWith(".").doesNotContain("MUTUAL"));
    }

    @Test
    void every_character_and_token_is_accounted_for() {
        ChunkedText document = Documents.cut(CONTRACT, "en", new ChunkBudget(60, 90));
        List<Reading> readings = Documents.read(document, Assignments.CONTRACT);
        assertThat(readings.size()).isGreaterThan(2);
        assertThat(readings.stream()
                        .mapToInt(reading -> reading.span().length())
                        .sum())
                .isEqualTo(CONTRACT.length());
        assertThat(readings)
                .allSatisfy(reading -> assertThat(reading.tokens())
                        .isEqualTo(Documents.READER
                                .counter()
                                .count(CONTRACT.substring(
                                        reading.span().start(), reading.span().end()))));
    }

    @Test
    void sentiment_follows_the_words() {
        assertThat(share("This phone is wonderful, I love it. The screen is great."))
                .isPositive();
        assertThat(share("This phone is not good. The screen is terrible and it broke."))
                .isNegative();
        assertThat(share("質が最高で、とても使いやすいです。")).isZero();
        assertThat(sentiment("質が最高で、とても使いやすいです。", "ja")).isPositive();
        assertThat(sentiment("全然良くないです。すぐ壊れました。", "ja")).isNegative();
        assertThat(sentiment("质量很好，非常满意。", "zh")).isPositive();
        assertThat(sentiment("质量非常差，不推荐。", "zh")).isNegative();
    }

    @Test
    void the_shares_add_up_and_a_language_without_a_lexicon_is_not_measured() {
        var english = Documents.read(CONTRACT, "en", Assignments.CONTRACT).sentiment();
        assertThat(english.positive() + english.neutral() + english.negative()).isEqualTo(1, within(1e-9));
        var french = Documents.read("Ce produit est magnifique.", "fr", Assignments.CONTRACT)
                .sentiment();
        assertThat(french.measured()).isFalse();
        assertThat(french.neutral()).isEqualTo(1);
    }

    @Test
    void nothing_to_say_is_no_failure() {
        for (String text : List.of("-", "\n\n", "1. 2. 3.", "???", "\u200B")) {
            Reading reading = Documents.read(text, "und", Assignments.GENERAL);
            assertThat(reading.summary()).isEmpty();
        }
    }

    @Test
    void the_origin_names_the_lexicons_and_the_profile() {
        assertThat(Documents.READER.origin(Assignments.CONTRACT).modelDigest()).startsWith("sha256:");
        assertThat(Documents.READER.origin(Assignments.CONTRACT).templateDigests())
                .containsKey("profile");
        assertThat(Documents.READER.engine()).isEqualTo("extractive");
    }

    private static double share(String text) {
        return sentiment(text, "en");
    }

    private static double sentiment(String text, String language) {
        var sentiment = Documents.read(text, language, Assignments.CONTRACT).sentiment();
        return sentiment.positive() - sentiment.negative();
    }
}
