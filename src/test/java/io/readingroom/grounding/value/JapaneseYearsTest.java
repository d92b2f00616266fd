package io.readingroom.grounding.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseYearsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "契約期間は三年とする。 | P3Y",
                "借地権の存続期間は、三十年とする。 | P30Y",
                "本契約の有効期間は、契約締結の日から2年とする。 | P2Y",
                "本契約の有効期間は、２０２４年４月１日から３年とする。 | P3Y",
                "本条の義務は、本契約の終了後5年存続する。 | P5Y",
                "取締役の任期は、選任後二年以内に終了する事業年度に関する定時株主総会の終結の時までとする。 | P2Y",
                "労働契約は、三年を超える期間について締結してはならない。 | P3Y",
                "十年以下の拘禁刑に処する。 | P10Y",
                "被告人を懲役3年に処する。 | P3Y",
                "書類は10年間保存する。 | P10Y",
                "保証は引渡しから10年とする。 | P10Y",
                "約5年の経験を有する者に限る。 | P5Y",
                "5か年計画を策定した。 | P5Y",
                "契約は１年６か月で終わる。 | P1Y6M",
                "売上高は過去10年で最高となった。 | P10Y",
                "工事は最長5年まで延長できる。 | P5Y",
                "点検は3年に1度行う。 | P3Y",
                "2年の有効期間が満了したとき。 | P2Y"
            })
    void a_year_is_a_length_of_time_when_its_surroundings_say_so(String sentence, String iso) {
        assertThat(durations(sentence, "ja")).containsExactly(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "同社は41年に上場し、本社を移した。",
                "昭和40年に設立され、41年に開業した。",
                "昭和40年から41年にかけて拡張した期間の記録である。",
                "平成28、29年の売上を比べる。",
                "築41年の建物を取り壊す。",
                "創業41年を迎えた。",
                "41年度の予算期間が始まった。",
                "期間は41年3月31日までである。",
                "昭和41年3月に期間が満了した。",
                "任期中の2年生を対象とする。",
                "第2年の配当期間とする。",
                "契約41年版を参照する。",
                "この一年を振り返る。"
            })
    void a_year_is_no_length_of_time_when_nothing_says_so_or_the_calendar_does(String sentence) {
        assertThat(durations(sentence, "ja")).isEmpty();
    }

    @Property
    void a_year_of_an_era_is_never_a_length_of_time(@ForAll @IntRange(min = 1, max = 64) int year) {
        for (String era : List.of("明治", "大正", "昭和", "平成", "令和")) {
            assertThat(durations("契約の期間は" + era + year + "年に満了した。", "ja")).isEmpty();
        }
    }

    @Property
    void a_value_needs_no_surroundings(@ForAll @IntRange(min = 1, max = 999) int years) {
        assertThat(Values.normalize(ValueType.DURATION, years + "年", "ja")).isEqualTo("P" + years + "Y");
    }

    @Property
    void chinese_counts_years_without_more_words(@ForAll @IntRange(min = 1, max = 999) int years) {
        assertThat(durations("双方同意合作" + years + "年。", "zh")).containsExactly("P" + years + "Y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"合同为期两年。 | P2Y", "保密义务持续3年。 | P3Y", "判处有期徒刑五年。 | P5Y"})
    void chinese_sentences_keep_their_years(String sentence, String iso) {
        assertThat(durations(sentence, "zh")).containsExactly(iso);
    }

    @ParameterizedTest
    @CsvSource({"契約は2年とする。,2 years", "保証は2年。,two (2) years"})
    void texts_that_are_compared_are_read_alike(String japanese, String english) {
        assertThat(Mentions.comparable(japanese, "ja"))
                .extracting(Mention::normalized)
                .containsExactly("P2Y");
        assertThat(Mentions.comparable(english, "en"))
                .extracting(Mention::normalized)
                .containsExactly("P2Y");
    }

    private static List<String> durations(String text, String language) {
        return Mentions.in(text, language).stream()
                .filter(mention -> mention.type() == ValueType.DURATION)
                .map(Mention::normalized)
                .toList();
    }
}
