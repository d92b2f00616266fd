package io.readingroom.chunking;

import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import io.readingroom.extraction.ExtractedText;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into chunks. Pure: the same text, counter and budget give the same chunks.
public final class Chunker {

    private final TokenCounter counter;
    private final ChunkBudget budget;

    /// @param counter counts what a stretch of text costs the model that reads it
    public Chunker(TokenCounter counter, ChunkBudget budget) {
        this.counter = counter;
        this.budget = budget;
    }

    /// Cuts a text at the strongest boundaries near the target, balanced so that the last chunk is no stub. A text of
    /// at most the target is one chunk, an empty one none.
    ///
    /// @throws IllegalArgumentException when a single character costs more than the ceiling
    public ChunkedText cut(ExtractedText extracted) {
        String text = extracted.text().reveal();
        Counted counted = Counted.of(text, Sentences.of(extracted), extracted.pages(), counter, budget.ceiling());
        List<Chunk> chunks = new ArrayList<>();
        int[] boundaries = plan(text, counted);
        for (int i = 1; i < boundaries.length; i++) {
            add(text, counted.sentences().subList(boundaries[i - 1], boundaries[i]), chunks);
        }
        return new ChunkedText(extracted.text(), extracted.pages(), extracted.language(), List.copyOf(chunks));
    }

    /// Cuts one chunk of `document` into two of about equal length, at a sentence where there is one. A sentence that
    /// has to be cut itself becomes two pieces of the same number.
    ///
    /// @throws IllegalArgumentException when the chunk is a single character, which cannot be cut
    public List<Chunk> halve(ChunkedText document, Chunk chunk) {
        String text = document.text().reveal();
        return halves(text, document.pages(), chunk.sentences()).stream()
                .map(sentences -> chunk(text, sentences))
                .toList();
    }

    private int[] plan(String text, Counted counted) {
        boolean fits =
                counted.tokens(0, counted.size()) <= 2L * budget.target() && counter.count(text) <= budget.target();
        return fits && counted.size() > 0
                ? new int[] {0, counted.size()}
                : Balance.boundaries(counted, budget, Strength.of(text, counted.sentences()));
    }

    /// Counts a whole chunk, since seams change counts, and cuts it once more should it not fit.
    private void add(String text, List<Sentence> sentences, List<Chunk> chunks) {
        Chunk chunk = chunk(text, sentences);
        if (chunk.tokens() <= budget.ceiling()) {
            chunks.add(chunk);
        } else if (sentences.size() == 1) {
            throw new IllegalArgumentException("The ceiling is below what a single character costs");
        } else {
            halves(text, List.of(), sentences).forEach(half -> add(text, half, chunks));
        }
    }

    private Chunk chunk(String text, List<Sentence> sentences) {
        Span span = new Span(
                sentences.getFirst().span().start(), sentences.getLast().span().end());
        return new Chunk(span, List.copyOf(sentences), counter.count(text.substring(span.start(), span.end())));
    }

    private static List<List<Sentence>> halves(String text, List<Page> pages, List<Sentence> sentences) {
        int start = sentences.getFirst().span().start();
        int middle = start + (sentences.getLast().span().end() - start) / 2;
        if (sentences.size() == 1) {
            return pieces(text, pages, sentences.getFirst(), middle);
        }
        int first = 1;
        while (first + 1 < sentences.size() && nearer(sentences, first + 1, first, middle)) {
            first++;
        }
        return List.of(sentences.subList(0, first), sentences.subList(first, sentences.size()));
    }

    private static boolean nearer(List<Sentence> sentences, int one, int other, int middle) {
        return Math.abs(sentences.get(one).span().start() - middle)
                < Math.abs(sentences.get(other).span().start() - middle);
    }

    private static List<List<Sentence>> pieces(String text, List<Page> pages, Sentence sentence, int middle) {
        int cut = Incision.near(text, sentence.span(), middle);
        if (cut == Incision.NONE) {
            throw new IllegalArgumentException("A single character cannot be cut");
        }
        Span left = new Span(sentence.span().start(), cut);
        Span right = new Span(cut, sentence.span().end());
        return List.of(
                List.of(new Sentence(sentence.number(), left, sentence.page())),
                List.of(new Sentence(sentence.number(), right, Page.at(pages, cut))));
    }
}
