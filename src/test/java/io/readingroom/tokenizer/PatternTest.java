package io.readingroom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void words_take_the_character_before_them_and_numbers_come_digit_by_digit() {
        assertThat(cut("qwen2", "It's $5.20, (naïve)\tDON'T  go"))
                .containsExactly(
                        "It", "'s", " $", "5", ".", "2", "0", ",", " (", "naïve", ")", "\tDON", "'T", " ", " go");
    }

    @Test
    void llama_takes_three_digits_at_once() {
        assertThat(cut("llama-bpe", "12345 ١٢٣٤")).containsExactly("123", "45", " ", "١٢٣", "٤");
    }

    @Test
    void white_space_breaks_behind_its_last_line_end() {
        assertThat(cut("qwen2", "a \n\n  b   c  ")).containsExactly("a", " \n\n", " ", " b", "  ", " c", "  ");
        assertThat(cut("qwen2", "end.\n\nNext")).containsExactly("end", ".\n\n", "Next");
    }

    @Test
    void gpt_2_keeps_numbers_together_and_smollm_does_not() {
        assertThat(cut("gpt-2", "a 123 we'll WE'LL\n\nb"))
                .containsExactly("a", " 123", " we", "'ll", " WE", "'", "LL", "\n", "\n", "b");
        assertThat(cut("smollm", "a 123 b")).containsExactly("a", " ", "1", "2", "3", " b");
    }

    @Test
    void marks_belong_to_words_only_for_the_newer_qwen() {
        assertThat(cut("qwen2", "e\u0301a")).containsExactly("e", "\u0301a");
        assertThat(cut("qwen35", "e\u0301a")).containsExactly("e\u0301a");
    }

    private static List<String> cut(String name, String text) {
        List<String> pieces = new ArrayList<>();
        char[] units = text.toCharArray();
        Patterns.named(name)
                .orElseThrow()
                .pattern()
                .cut(units, 0, units.length, (from, to) -> pieces.add(text.substring(from, to)));
        return pieces;
    }
}
