package io.readingroom.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.TokenCounter;
import org.junit.jupiter.api.Test;

class RememberedCountsTest {

    private int asked;
    private final RememberedCounts counts = new RememberedCounts(new TokenCounter() {
        @Override
        public int count(CharSequence text) {
            asked++;
            return text.length();
        }

        @Override
        public boolean exact() {
            return true;
        }
    });

    @Test
    void counts_a_text_once() {
        assertThat(counts.count("a text")).isEqualTo(6);
        assertThat(counts.count("a text")).isEqualTo(6);
        assertThat(counts.count("another")).isEqualTo(7);

        assertThat(asked).isEqualTo(2);
        assertThat(counts.exact()).isTrue();
    }

    @Test
    void forgets_what_was_not_asked_for_long() {
        counts.count("first");
        for (int i = 0; i < 64; i++) {
            counts.count("text " + i);
        }
        counts.count("first");

        assertThat(asked).isEqualTo(66);
    }
}
