package io.readingroom.reading;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Sentence;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of one page, cut into chunks of so many sentences.
public final class TestDocument {

    private static final Pattern SENTENCE = Pattern.compile(".+?(?:[.!?]\\s+|[。！？]\\s*|\\n+|$)", Pattern.DOTALL);

    private TestDocument() {}

    public static ChunkedText of(String text, String language, int sentencesPerChunk) {
        List<Chunk> chunks = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        Matcher matcher = SENTENCE.matcher(text);
        int number = 0;
        while (matcher.find()) {
            sentences.add(new Sentence(number++, new Span(matcher.start(), matcher.end()), 1));
            if (sentences.size() == sentencesPerChunk || matcher.end() == text.length()) {
                Span span = new Span(sentences.getFirst().span().start(), matcher.end());
                chunks.add(new Chunk(span, List.copyOf(sentences), (span.length() + 3) / 4));
                sentences.clear();
            }
        }
        Page page = new Page(1, new Span(0, text.length()));
        return new ChunkedText(ProtectedText.of(text), List.of(page), language, chunks);
    }
}
