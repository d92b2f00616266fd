package io.readingroom.tokenizer;

import static io.readingroom.tokenizer.Vocabularies.scored;
import static org.assertj.core.api.Assertions.assertThat;

import io.readingroom.document.TokenCounter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ScoredPiecesTest {

    @Test
    void the_pair_with_the_best_score_merges_first() {
        TokenCounter counter = Tokenizers.of(scored(false, "bc", "ab", "abc", "a", "b", "c"));
        assertThat(counter.count("abc")).isEqualTo(1);
        assertThat(Tokenizers.of(scored(false, "bc", "ab", "a", "b", "c")).count("abcab"))
                .isEqualTo(3);
        assertThat(counter.exact()).isTrue();
    }

    @Test
    void a_space_is_a_character_of_its_own_kind() {
        TokenCounter counter = Tokenizers.of(scored(false, "▁a", "▁", "a"));
        assertThat(counter.count("a a a")).isEqualTo(3);
        assertThat(counter.count("a▁a")).isEqualTo(2);
    }

    @Test
    void a_space_is_put_in_front_only_where_the_vocabulary_says_so() {
        assertThat(Tokenizers.of(scored(true, "▁", "a")).count("a<end_of_turn>a"))
                .isEqualTo(5);
        assertThat(Tokenizers.of(scored(false, "▁", "a")).count("a<end_of_turn>a"))
                .isEqualTo(3);
    }

    @Test
    void a_character_without_a_token_costs_one_for_each_byte() {
        TokenCounter counter = Tokenizers.of(scored(false, "a"));
        assertThat(counter.count("aé字😀")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(counter.count("\ud83d")).isEqualTo(3);
    }

    @Test
    void special_tokens_are_taken_out_whole_the_longest_first() {
        TokenCounter counter = Tokenizers.of(scored(false, "a", "\n"));
        assertThat(counter.count("a<end_of_turn>a")).isEqualTo(3);
        assertThat(counter.count("\n\n\n\na")).isEqualTo(3);
        assertThat(counter.count("\n\n\n\n\n\n")).isEqualTo(2);
        assertThat(counter.count("<b><<b>")).isEqualTo(3);
    }

    @Test
    void a_million_characters_without_a_seam_are_counted_in_seconds() {
        TokenCounter counter = Tokenizers.of(scored(false, "aa", "aaaa", "aaaaaaaa", "a"));
        assertThat(Assertions.assertTimeout(Duration.ofSeconds(20), () -> counter.count("a".repeat(1_000_000))))
                .isEqualTo(125_000);
        assertThat(Assertions.assertTimeout(Duration.ofSeconds(20), () -> counter.count("\n".repeat(900_000))))
                .isEqualTo(300_000);
    }

    @Provide
    Arbitrary<String> small() {
        return Arbitraries.strings().withChars('a', 'b', 'c', ' ', 'é').ofMaxLength(30);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'c', '▁', 'é')
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .uniqueElements()
                .ofMaxSize(40);
    }

    @Property(tries = 500)
    void the_fast_way_gives_what_the_plain_one_gives(
            @ForAll("small") String text, @ForAll("pieces") List<String> pieces) {
        TokenCounter counter = Tokenizers.of(scored(false, pieces.toArray(String[]::new)));
        assertThat(counter.count(text)).isEqualTo(plain(text.replace(' ', '▁'), pieces));
    }

    /// Merges the best pair of all, the leftmost of equals, until none is left.
    private static int plain(String text, List<String> pieces) {
        List<String> symbols =
                new ArrayList<>(text.chars().mapToObj(Character::toString).toList());
        while (true) {
            int best = -1;
            for (int i = 0; i + 1 < symbols.size(); i++) {
                int rank = pieces.indexOf(symbols.get(i) + symbols.get(i + 1));
                if (rank >= 0 && (best < 0 || rank < pieces.indexOf(symbols.get(best) + symbols.get(best + 1)))) {
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
        }
        return symbols.stream()
                .mapToInt(symbol -> pieces.contains(symbol) ? 1 : symbol.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
