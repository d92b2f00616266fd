package io.readingroom.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FactsAnswerTest {

    @Test
    void texts_lists_and_numbers_are_values() {
        FactsAnswer answer = FactsAnswer.parse("{\"a\":\"x\", \"b\":[\"y\",\"\",3], \"c\":null, \"d\":[]}")
                .orElseThrow();
        assertThat(answer.values())
                .isEqualTo(Map.of("a", List.of("x"), "b", List.of("y", "3"), "c", List.of(), "d", List.of()));
        assertThat(answer.finished()).isTrue();
    }

    @Test
    void words_around_the_object_do_not_matter() {
        assertThat(FactsAnswer.parse("```json\n{\"a\":\"x\"}\n```")
                        .orElseThrow()
                        .values())
                .containsEntry("a", List.of("x"));
    }

    @Test
    void a_cut_answer_keeps_the_values_that_were_finished() {
        FactsAnswer answer =
                FactsAnswer.parse("{\"a\":\"x\",\"b\":[\"one\",\"two\",\"thr").orElseThrow();
        assertThat(answer.finished()).isFalse();
        assertThat(answer.values()).containsEntry("a", List.of("x")).containsEntry("b", List.of("one", "two"));
    }

    @Test
    void nested_objects_and_prose_are_no_answer() {
        assertThat(FactsAnswer.parse("{\"a\":{\"b\":1}}")).isEmpty();
        assertThat(FactsAnswer.parse("{\"a\":[[1]]}")).isEmpty();
        assertThat(FactsAnswer.parse("There are none.")).isEmpty();
    }

    @Property
    void any_text_at_all_is_read_or_refused(@ForAll String text) {
        assertThat(FactsAnswer.parse("{" + text)).isNotNull();
    }
}
