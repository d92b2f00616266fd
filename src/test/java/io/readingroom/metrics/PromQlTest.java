package io.readingroom.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.metrics.PromQl.Condition;
import io.readingroom.metrics.PromQl.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void finds_metrics_and_their_conditions_among_functions_words_and_numbers() {
        PromQl query =
                PromQl.of("histogram_quantile(0.95, sum by (le, model) (rate(a_bucket{x=\"1\",y=~\"p|q(r)?\"}[5m])))"
                        + " / on (pod) group_left b > bool 2e3 and c offset 30m unless d{z!=\"}\"}");

        assertThat(query.selectors())
                .containsExactly(
                        new Selector(
                                "a_bucket", List.of(new Condition("x", "=", "1"), new Condition("y", "=~", "p|q(r)?"))),
                        new Selector("b", List.of()),
                        new Selector("c", List.of()),
                        new Selector("d", List.of(new Condition("z", "!=", "}"))));
        assertThat(query.groupings()).containsExactlyInAnyOrder("le", "model", "pod");
    }

    @Test
    void leaves_out_what_stands_in_a_range_or_a_string() {
        assertThat(PromQl.of("label_replace(rate(a[$__rate_interval]), \"b\", \"$1\", \"c\", \"(.*)\")")
                        .selectors())
                .containsExactly(new Selector("a", List.of()));
    }

    @Test
    void a_condition_holds_as_prometheus_has_it() {
        assertThat(new Condition("a", "=~", "x|y").holds("y")).isTrue();
        assertThat(new Condition("a", "=~", "x|y").holds("xy")).isFalse();
        assertThat(new Condition("a", "!=", "x").holds("y")).isTrue();
        assertThat(new Condition("a", "!~", "x.*").holds("xy")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum by le (a)", "a{b=\"1\"", "a{b}", "a{b=1}"})
    void what_it_cannot_make_out_it_does_not_pass_over(String expression) {
        assertThatThrownBy(() -> PromQl.of(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
