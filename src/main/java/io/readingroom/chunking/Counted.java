package io.readingroom.chunking;

import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/// The sentences of a text with what each costs alone. Their sum is near what they cost together, not equal to it.
final class Counted {

    private final List<Sentence> sentences;

    /// The tokens of all sentences before each, and of all at the end.
    private final long[] sums;

    private Counted(List<Sentence> sentences, long[] sums) {
        this.sentences = sentences;
        this.sums = sums;
    }

    /// Counts each sentence; those above the ceiling are cut into pieces that are not.
    static Counted of(String text, List<Span> spans, List<Page> pages, TokenCounter counter, int ceiling) {
        List<Sentence> sentences = new ArrayList<>(spans.size());
        List<Integer> tokens = new ArrayList<>(spans.size());
        for (Span span : spans) {
            add(text, span, counter, ceiling, (piece, count) -> {
                sentences.add(new Sentence(sentences.size(), piece, Page.at(pages, piece.start())));
                tokens.add(count);
            });
        }
        long[] sums = new long[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            sums[i + 1] = sums[i] + tokens.get(i);
        }
        return new Counted(List.copyOf(sentences), sums);
    }

    private static void add(String text, Span span, TokenCounter counter, int ceiling, Pieces pieces) {
        int tokens = counter.count(text.substring(span.start(), span.end()));
        int cut = tokens <= ceiling ? Incision.NONE : Incision.near(text, span, span.start() + span.length() / 2);
        if (cut == Incision.NONE) {
            pieces.add(span, tokens);
            return;
        }
        add(text, new Span(span.start(), cut), counter, ceiling, pieces);
        add(text, new Span(cut, span.end()), counter, ceiling, pieces);
    }

    List<Sentence> sentences() {
        return sentences;
    }

    int size() {
        return sentences.size();
    }

    /// The tokens of the sentences from `from` to before `to`.
    long tokens(int from, int to) {
        return sums[to] - sums[from];
    }

    @FunctionalInterface
    private interface Pieces {
        void add(Span piece, int tokens);
    }
}
