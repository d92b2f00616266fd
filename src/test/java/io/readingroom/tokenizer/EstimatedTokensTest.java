package io.readingroom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimatedTokensTest {

    private final EstimatedTokens estimate = Tokenizers.estimated();

    @Test
    void it_errs_high_against_what_was_measured_and_not_by_much() {
        assertPerCharacter(
                "This Agreement is entered into by and between the parties, who agree to the terms below.", 0.23, 0.36);
        assertPerCharacter("董事会批准了预算并要求管理层在月底之前提交报告", 0.85, 1.0);
        assertPerCharacter("取締役会は予算を承認し月末までに報告書を提出するよう求めた", 0.76, 1.0);
        assertPerCharacter("20240301123456789", 1.0, 1.0);
        assertPerCharacter("4f3a9c0de1b24f3a9c0de1b2", 0.6, 1.0);
    }

    @Test
    void it_says_that_it_is_an_estimate() {
        assertThat(estimate.exact()).isFalse();
        assertThat(estimate.count("")).isZero();
    }

    @Test
    void it_learns_upward_only() {
        int before = estimate.count("a few words of it");
        estimate.calibrate(0.5);
        estimate.calibrate(Double.NaN);
        assertThat(estimate.count("a few words of it")).isEqualTo(before);
        estimate.calibrate(2.0);
        assertThat(estimate.count("a few words of it")).isEqualTo(2 * before);
    }

    private void assertPerCharacter(String text, double least, double most) {
        assertThat((double) estimate.count(text) / text.length()).isBetween(least, most);
    }
}
