package io.readingroom.tokenizer;

import static io.readingroom.tokenizer.Vocabularies.merged;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.TokenCounter;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BytePiecesTest {

    @Test
    void merges_go_in_the_order_of_the_list_and_stay_inside_a_piece() {
        TokenCounter counter = Tokenizers.of(merged("gpt2", "qwen2", "b c", "a b", "Ġ a", "Ġa bc", "1 2"));
        assertThat(counter.count("abc")).isEqualTo(2);
        assertThat(counter.count(" abc")).isEqualTo(1);
        assertThat(counter.count("12")).as("each digit is a piece").isEqualTo(2);
        assertThat(counter.exact()).isTrue();
    }

    @Test
    void characters_are_their_bytes() {
        TokenCounter counter = Tokenizers.of(merged("gpt2", "gpt-2", "Ã ©"));
        assertThat(counter.count("é")).isEqualTo(1);
        assertThat(counter.count("字😀")).isEqualTo(7);
        assertThat(counter.count("\ude00")).isEqualTo(3);
    }

    @Test
    void a_piece_that_is_a_token_stays_whole_where_the_pattern_says_so() {
        String[] merges = {"b c", "a b", "ab c"};
        assertThat(Tokenizers.of(merged("gpt2", "qwen2", merges)).count("abc")).isEqualTo(2);
        assertThat(Tokenizers.of(merged("gpt2", "llama-bpe", merges)).count("abc"))
                .isEqualTo(1);
    }

    @Test
    void control_tokens_are_one_token_each() {
        assertThat(Tokenizers.of(merged("gpt2", "qwen2", "a b")).count("<|im_end|><|im_end|>a"))
                .isEqualTo(3);
    }

    @Test
    void gemma_4_merges_characters_and_keeps_line_feeds_together() {
        TokenCounter counter = Tokenizers.of(merged("llama", "gemma4", "▁ a", "a b"));
        assertThat(counter.count("a a")).isEqualTo(2);
        assertThat(counter.count("a\n\na")).isEqualTo(3);
        assertThat(counter.count("a\n\n\na")).isEqualTo(5);
        assertThat(counter.count("字")).isEqualTo(3);
        assertThat(Tokenizers.of(merged("gemma4", "default", "▁ a")).exact()).isTrue();
    }

    @Test
    void a_pattern_that_is_not_known_is_estimated_and_says_so() {
        assertThat(Tokenizers.of(merged("gpt2", "someone-elses", "a b")).exact())
                .isFalse();
        assertThat(Tokenizers.of(merged("bert", "default", "a b")).exact()).isFalse();
    }

    @Test
    void a_million_letters_in_one_piece_are_counted_in_seconds() {
        TokenCounter counter = Tokenizers.of(merged("gpt2", "qwen2", "a a", "aa aa", "aaaa aaaa"));
        assertThat(Assertions.assertTimeout(Duration.ofSeconds(20), () -> counter.count("a".repeat(1_000_000))))
                .isEqualTo(125_000);
    }
}
