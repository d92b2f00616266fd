package io.readingroom.chunking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import io.readingroom.tokenizer.Tokenizers;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for any text whatever.
class ChunkingPropertiesTest {

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<ChunkBudget> budgets() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(0, 100))
                .as((target, more) -> new ChunkBudget(target, Math.max(8, target + more)));
    }

    @Provide
    Arbitrary<TokenCounter> counters() {
        return Arbitraries.of(Texts.counter(), Tokenizers.estimated());
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "zh", "ja", "und", "no-such-language");
    }

    @Property(tries = 300)
    void chunks_tile_the_text_and_sentences_tile_the_chunks(
            @ForAll("texts") String text,
            @ForAll("budgets") ChunkBudget budget,
            @ForAll("counters") TokenCounter counter,
            @ForAll("languages") String language) {
        ChunkedText cut = new Chunker(counter, budget).cut(Texts.of(language, text));

        assertTile(
                new Span(0, text.length()),
                cut.chunks().stream().map(Chunk::span).toList());
        int number = 0;
        for (Chunk chunk : cut.chunks()) {
            assertTile(
                    chunk.span(), chunk.sentences().stream().map(Sentence::span).toList());
            for (Sentence sentence : chunk.sentences()) {
                assertThat(sentence.number()).isEqualTo(number++);
                assertThat(sentence.page())
                        .isEqualTo(Page.at(cut.pages(), sentence.span().start()));
                assertWholeCharacters(text, sentence.span().end());
            }
        }
    }

    @Property(tries = 300)
    void no_chunk_is_above_the_ceiling_and_its_tokens_are_the_counters(
            @ForAll("texts") String text,
            @ForAll("budgets") ChunkBudget budget,
            @ForAll("counters") TokenCounter counter) {
        ChunkedText cut = new Chunker(counter, budget).cut(Texts.of("en", text));

        for (Chunk chunk : cut.chunks()) {
            int tokens = counter.count(
                    text.substring(chunk.span().start(), chunk.span().end()));
            assertThat(chunk.tokens()).isEqualTo(tokens).isLessThanOrEqualTo(budget.ceiling());
        }
    }

    @Property(tries = 100)
    void the_same_text_gives_the_same_chunks(@ForAll("texts") String text, @ForAll("budgets") ChunkBudget budget) {
        Chunker chunker = new Chunker(Texts.counter(), budget);
        assertThat(chunker.cut(Texts.of("ja", text))).isEqualTo(chunker.cut(Texts.of("ja", text)));
    }

    @Property(tries = 200)
    void halves_tile_the_chunk_down_to_single_characters(@ForAll("texts") String text) {
        Chunker chunker = new Chunker(Texts.counter(), new ChunkBudget(60, 60));
        ChunkedText cut = chunker.cut(Texts.of("en", text));
        cut.chunks().forEach(chunk -> assertHalves(text, chunker, cut, chunk, 6));
    }

    private static void assertHalves(String text, Chunker chunker, ChunkedText cut, Chunk chunk, int levels) {
        if (single(text, chunk.span())) {
            assertThatIllegalArgumentException().isThrownBy(() -> chunker.halve(cut, chunk));
        } else if (levels > 0) {
            List<Chunk> halves = chunker.halve(cut, chunk);
            assertThat(halves).hasSize(2);
            assertTile(chunk.span(), halves.stream().map(Chunk::span).toList());
            for (Chunk half : halves) {
                assertTile(
                        half.span(),
                        half.sentences().stream().map(Sentence::span).toList());
                assertWholeCharacters(text, half.span().end());
                assertHalves(text, chunker, cut, half, levels - 1);
            }
        }
    }

    private static boolean single(String text, Span span) {
        String content = text.substring(span.start(), span.end());
        return content.equals("\r\n") || content.codePointCount(0, content.length()) == 1;
    }

    private static void assertTile(Span whole, List<Span> parts) {
        int at = whole.start();
        for (Span part : parts) {
            assertThat(part.start()).isEqualTo(at);
            assertThat(part.length()).isPositive();
            at = part.end();
        }
        assertThat(at).isEqualTo(whole.end());
    }

    private static void assertWholeCharacters(String text, int end) {
        if (end < text.length()) {
            assertThat(Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)))
                    .isFalse();
            assertThat(text.startsWith("\r\n", end - 1)).isFalse();
        }
    }
}
