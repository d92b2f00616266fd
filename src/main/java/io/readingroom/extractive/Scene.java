package io.readingroom.extractive;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Sentence;
import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.grounding.Alignment;
import io.readingroom.grounding.Evidence;
import io.readingroom.grounding.value.Mention;
import io.readingroom.grounding.value.Mentions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One chunk as the rules see it. Spans of the rules are counted from the beginning of the chunk.
final class Scene {

    private final ChunkedText document;
    private final Span window;
    private final String text;
    private final List<Span> sentences;
    private @Nullable List<Mention> mentions;

    Scene(ChunkedText document, Chunk chunk) {
        this.document = document;
        this.window = chunk.span();
        this.text = document.text().slice(window).reveal();
        this.sentences = chunk.sentences().stream()
                .map(Sentence::span)
                .map(span -> strip(span.shift(-window.start())))
                .filter(span -> span.length() > 0)
                .toList();
    }

    String text() {
        return text;
    }

    String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    String language() {
        return document.language();
    }

    /// The dates, durations, sums and numbers, found once for all rules.
    List<Mention> mentions() {
        if (mentions == null) {
            mentions = Mentions.in(text, language());
        }
        return mentions;
    }

    /// Where the chunk begins in the document.
    int start() {
        return window.start();
    }

    /// The sentences without the white space around them.
    List<Span> sentences() {
        return sentences;
    }

    /// The first sentence that reaches behind `offset`.
    Span sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offset < sentences.get(middle).end()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sentences.isEmpty() ? new Span(0, text.length()) : sentences.get(low);
    }

    Evidence evidence(Span span) {
        Span first = sentenceAt(span.start());
        Span last = sentenceAt(Math.max(span.start(), span.end() - 1));
        Span around = new Span(Math.min(first.start(), span.start()), Math.max(last.end(), span.end()));
        Span whole = span.shift(window.start());
        return new Evidence(
                whole,
                Page.at(document.pages(), whole.start()),
                document.text().slice(whole),
                around.shift(window.start()),
                Alignment.EXACT);
    }

    private Span strip(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }
}
