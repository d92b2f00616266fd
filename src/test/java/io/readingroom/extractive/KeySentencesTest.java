package io.readingroom.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySentencesTest {

    private static final List<String> STORY = List.of(
            "The council discussed the new bridge over the river.",
            "The bridge over the river will cost ten million euros.",
            "Lunch was served at noon in the garden.",
            "The council decided to build the bridge over the river next year.",
            "The bridge over the river will cost ten million euros in total.");

    @Test
    void the_central_sentences_are_chosen_and_the_aside_is_not() {
        assertThat(KeySentences.choose(STORY, "en", 2)).hasSize(2).doesNotContain(2);
    }

    @Test
    void what_was_said_is_not_said_again() {
        assertThat(KeySentences.choose(STORY, "en", 2)).isNotEqualTo(List.of(1, 4));
    }

    @Test
    void the_order_of_the_text_is_kept() {
        assertThat(KeySentences.choose(STORY, "en", 4)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void centralities_are_a_distribution() {
        double[] scores = new LexRank(
                        STORY.stream().map(text -> Words.telling(text, "en")).toList())
                .scores();
        assertThat(Arrays.stream(scores).sum()).isEqualTo(1, within(1e-6));
    }

    @Test
    void chinese_is_split_into_words() {
        assertThat(Words.telling("公司决定投资扩建苏州工厂。", "zh")).contains("公司", "投资", "工厂");
    }

    @Test
    void a_very_long_list_of_sentences_is_thinned_out() {
        List<String> many = IntStream.range(0, 5000)
                .mapToObj(i -> "Sentence number " + i + " speaks of topic " + i % 7)
                .toList();
        assertThat(KeySentences.choose(many, "en", 5)).hasSize(5);
    }

    @Test
    void nothing_is_chosen_of_nothing() {
        assertThat(KeySentences.choose(List.of(), "en", 3)).isEmpty();
        assertThat(KeySentences.choose(List.of("!", "the"), "en", 3)).isEmpty();
    }
}
