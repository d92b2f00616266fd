package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readingroom.reading.ReadingConfig.Band;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LabelSharesTest {

    private static final Band BAND = band(-1.5, 2.0);

    @Test
    void tokens_that_begin_a_label_are_summed_whatever_their_case_and_space() {
        Map<String, Double> tokens = Map.of(
                "pos",
                Math.log(0.2),
                " Positive",
                Math.log(0.2),
                "neg",
                Math.log(0.1),
                "ne",
                Math.log(0.4),
                "The",
                -9.0);
        assertThat(LabelShares.margin(tokens).orElseThrow()).isCloseTo(Math.log(4), within(1e-9));
    }

    @Test
    void a_label_that_is_not_listed_has_at_most_the_least_listed_probability() {
        Map<String, Double> tokens = Map.of("positive", Math.log(0.9), "neutral", Math.log(0.01));
        assertThat(LabelShares.margin(tokens).orElseThrow()).isCloseTo(Math.log(90), within(1e-9));
    }

    @Test
    void without_either_pole_there_is_no_margin() {
        assertThat(LabelShares.margin(Map.of("neutral", -0.1))).isEmpty();
        assertThat(LabelShares.margin(Map.of())).isEmpty();
    }

    @Property
    void the_label_changes_exactly_at_the_thresholds(@ForAll @DoubleRange(min = -400, max = 400) double margin) {
        LabelShares shares = LabelShares.of(margin, BAND);
        String expected = margin > 2.0 ? "positive" : margin < -1.5 ? "negative" : "neutral";
        assertThat(shares.label()).isEqualTo(expected);
        assertThat(shares.positive() + shares.neutral() + shares.negative()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_word_alone_is_believed_less() {
        assertThat(LabelShares.said("Negative.").label()).isEqualTo("negative");
        assertThat(LabelShares.said("Negative.").measured()).isFalse();
        assertThat(LabelShares.said("I cannot say").label()).isEqualTo("neutral");
        assertThat(LabelShares.isLabel("I cannot say")).isFalse();
    }

    private static Band band(double below, double above) {
        return new Band() {
            @Override
            public double negativeBelow() {
                return below;
            }

            @Override
            public double positiveAbove() {
                return above;
            }
        };
    }
}
