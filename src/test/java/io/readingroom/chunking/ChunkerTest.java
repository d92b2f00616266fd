package io.readingroom.chunking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.readingroom.tokenizer.Tokenizers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ChunkerTest {

    private static final ChunkBudget BUDGET = new ChunkBudget(100, 200);

    @Test
    void a_text_of_at_most_the_target_is_one_chunk_and_an_empty_text_is_none() {
        assertThat(cut("One sentence. Another.\n\nAnd a third.").chunks()).hasSize(1);
        assertThat(cut("").chunks()).isEmpty();
    }

    @Test
    void chunks_are_balanced_so_that_the_last_is_no_stub() {
        String text = "Sentence of twenty on. ".repeat(40); // 307 tokens: a little more than three targets
        assertThat(cut(text).chunks())
                .hasSize(4)
                .allSatisfy(chunk -> assertThat(chunk.tokens()).isBetween(60, 95));
    }

    @Test
    void a_cut_goes_to_the_strongest_boundary_near_the_target() {
        String paragraph = "This sentence is here. ".repeat(11);
        assertThat(startOfSecond(paragraph + "\n\nMore. " + paragraph)).startsWith("More.");
        assertThat(startOfSecond(paragraph + "\n\nMore.\n\n" + "SECTION FOUR\n" + paragraph))
                .startsWith("SECTION FOUR");
        assertThat(startOfSecond(paragraph + "\fNext. \n\nMore. " + paragraph)).startsWith("Next.");
    }

    @Test
    void a_million_characters_without_a_sentence_fit_below_the_ceiling() {
        for (String unit : List.of("x", "字", "😀", "\ud83d", "a b", ". ", "\n", "1", "<eos>")) {
            String text = unit.repeat(1_000_000 / unit.length());
            ChunkBudget budget = new ChunkBudget(6_000, 8_000);
            Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
                ChunkedText cut = new Chunker(Tokenizers.estimated(), budget).cut(Texts.of("en", text));
                assertThat(cut.chunks())
                        .allSatisfy(chunk -> assertThat(chunk.tokens()).isLessThanOrEqualTo(8_000));
                assertThat(cut.chunks().getLast().span().end()).isEqualTo(text.length());
            });
        }
    }

    @Test
    void five_million_characters_of_prose_are_cut_in_seconds() {
        String text = IntStream.range(0, 60_000)
                .mapToObj(i ->
                        "Clause " + i + " binds the parties, e.g. Acme Inc. and others,\nuntil it ends. 第" + i + "条。")
                .collect(Collectors.joining("\n"));
        ChunkedText cut = Assertions.assertTimeout(
                Duration.ofSeconds(60),
                () -> new Chunker(Tokenizers.estimated(), new ChunkBudget(6_000, 8_000)).cut(Texts.of("en", text)));
        assertThat(cut.chunks()).hasSizeGreaterThan(100);
    }

    @Test
    void a_ceiling_below_one_character_is_refused() {
        Chunker chunker = new Chunker(Texts.counter(), new ChunkBudget(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> chunker.cut(Texts.of("en", "a 😀")));
    }

    @Test
    void halving_goes_to_the_sentence_nearest_the_middle() {
        ChunkedText document = cut("One is short. Two is a longer sentence. Three.");
        List<Chunk> halves = new Chunker(Texts.counter(), BUDGET)
                .halve(document, document.chunks().getFirst());
        assertThat(halves.getFirst().sentences()).hasSize(1);
        assertThat(halves.getLast().sentences()).hasSize(2);
    }

    @Test
    void halving_a_single_sentence_cuts_it_at_a_clause_or_word() {
        ChunkedText document = cut("the first half of it, the second half");
        List<Chunk> halves = new Chunker(Texts.counter(), BUDGET)
                .halve(document, document.chunks().getFirst());
        assertThat(halves.getFirst().span().end()).isEqualTo("the first half of it, ".length());
        assertThat(halves)
                .allSatisfy(
                        half -> assertThat(half.sentences().getFirst().number()).isZero());
    }

    private static String startOfSecond(String text) {
        return text.substring(cut(text).chunks().get(1).span().start());
    }

    private static ChunkedText cut(String text) {
        return new Chunker(Texts.counter(), BUDGET).cut(Texts.of("en", text));
    }
}
