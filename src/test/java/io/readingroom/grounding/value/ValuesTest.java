package io.readingroom.grounding.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | May 20, 2014 | 2014-05-20",
                "en | as of May 20th, 2014 | 2014-05-20",
                "en | 20 May 2014 | 2014-05-20",
                "en | this 20th day of May, 2014 | 2014-05-20",
                "en | the twenty-first day of May, 2014 | 2014-05-21",
                "en | Sept. 4, 2012 | 2012-09-04",
                "en | 5/20/2014 | 2014-05-20",
                "en | 5/6/2014 | 2014-05-06",
                "de | 5/6/2014 | 2014-06-05",
                "en | 2014-05-20 | 2014-05-20",
                "en | May 2014 | 2014-05",
                "de | 20. März 2014 | 2014-03-20",
                "de | 20.03.2014 | 2014-03-20",
                "fr | 1er février 2024 | 2024-02-01",
                "es | 20 de mayo de 2014 | 2014-05-20",
                "zh | 2014年5月20日 | 2014-05-20",
                "zh | 2014 年 5 月 20 日 | 2014-05-20",
                "zh | 二〇二四年三月一日 | 2024-03-01",
                "zh | 二〇二四年十二月二十五日 | 2024-12-25",
                "ja | 令和6年3月1日 | 2024-03-01",
                "ja | 令和元年五月一日 | 2019-05-01",
                "ja | 平成26年 | 2014",
                "ja | ２０１４年５月 | 2014-05"
            })
    void dates_become_iso_dates(String language, String words, String iso) {
        assertThat(Values.normalize(ValueType.DATE, words, language)).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | two (2) years | P2Y",
                "en | 24 months | P24M",
                "en | eighteen (18) months | P18M",
                "en | a two-year period | P2Y",
                "en | one year and six months | P1Y6M",
                "en | thirty (30) days | P30D",
                "en | 36 hours | PT36H",
                "ja | 5時間25分 | PT5H25M",
                "zh | 2小时30分 | PT2H30M",
                "ja | 3年間 | P3Y",
                "ja | １年６か月 | P1Y6M",
                "ja | 30日以内 | P30D",
                "zh | 五年 | P5Y",
                "zh | 十八个月 | P18M",
                "zh | 15天 | P15D",
                "de | drei Jahre, also 3 Jahre | P3Y",
                "fr | 2 ans | P2Y"
            })
    void durations_become_iso_durations(String language, String words, String iso) {
        assertThat(Values.normalize(ValueType.DURATION, words, language)).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | $1.5 million | USD 1500000",
                "en | US$1,500,000.00 | USD 1500000",
                "en | one million five hundred thousand dollars ($1,500,000) | USD 1500000",
                "en | EUR 2.5bn | EUR 2500000000",
                "en | £500k | GBP 500000",
                "en | 42.5 million yuan | CNY 42500000",
                "de | 1.500.000,50 € | EUR 1500000.5",
                "de | 3,2 Mio. EUR | EUR 3200000",
                "fr | 1 500 000 € | EUR 1500000",
                "zh | 4,250万元 | CNY 42500000",
                "zh | 人民币4250万元 | CNY 42500000",
                "zh | 三百万元 | CNY 3000000",
                "zh | ¥100 | CNY 100",
                "zh | 1.2亿美元 | USD 120000000",
                "ja | 1億2,000万円 | JPY 120000000",
                "ja | ￥１００ | JPY 100",
                "ja | 五千円 | JPY 5000"
            })
    void sums_become_a_currency_and_a_number(String language, String words, String sum) {
        assertThat(Values.normalize(ValueType.AMOUNT, words, language)).isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1,500 | 1500",
                "en | five percent (5%) | 5%",
                "en | seven | 7",
                "en | one hundred and twenty-five | 125",
                "en | 42.5 million | 42500000",
                "de | 1.500,5 | 1500.5",
                "zh | 4250万 | 42500000",
                "zh | 3万亿 | 3000000000000",
                "zh | 百分之十五 | 15%",
                "ja | 1億2,000万 | 120000000",
                "ja | ３．５％ | 3.5%"
            })
    void numbers_become_plain(String language, String words, String number) {
        assertThat(Values.normalize(ValueType.NUMBER, words, language)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Liquidmetal Technologies, Inc. | LIQUIDMETAL TECHNOLOGIES INC",
                "Acme Holdings Co., Ltd. | acme holdings",
                "The Acme Company, L.L.C. | ACME",
                "Dr. Jane O’Neil | Jane O'Neil",
                "株式会社青空商事 | 青空商事",
                "上海蓝天有限公司 | 上海蓝天",
                "State of New York | New York"
            })
    void names_fold_titles_and_legal_forms(String one, String other) {
        assertThat(Values.normalize(ValueType.NAME, one, "en"))
                .isEqualTo(Values.normalize(ValueType.NAME, other, "en"));
    }

    @Test
    void what_is_no_value_has_no_normal_form() {
        assertThat(Values.normalize(ValueType.DATE, "February 30, 2014", "en")).isNull();
        assertThat(Values.normalize(ValueType.DATE, "the date hereof", "en")).isNull();
        assertThat(Values.normalize(ValueType.DURATION, "ten (10) business days", "en"))
                .isNull();
        assertThat(Values.normalize(ValueType.DURATION, "two (3) years", "en")).isNull();
        assertThat(Values.normalize(ValueType.AMOUNT, "1,500", "en")).isNull();
    }

    @Test
    void several_different_values_have_no_single_normal_form() {
        assertThat(Values.normalize(ValueType.DATE, "May 1, 2014 to May 1, 2016", "en"))
                .isNull();
    }
}
