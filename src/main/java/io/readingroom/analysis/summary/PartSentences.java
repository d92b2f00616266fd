package io.readingroom.analysis.summary;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.Attribution;
import io.readingroom.grounding.Evidence;
import io.readingroom.grounding.Passage;
import io.readingroom.reading.SupportedSentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sentences about parts of a document as the text of a prompt, each with the quote that code found for it, and what
/// among them supports a sentence written from them.
final class PartSentences {

    private static final int LONGEST_QUOTE = 200;
    private static final int MOST_EVIDENCE = 4;

    private final List<SupportedSentence> sentences;
    private final List<Span> spans = new ArrayList<>();
    private final Attribution attribution;

    /// @param language of the document
    PartSentences(List<SupportedSentence> sentences, String language) {
        this.sentences = sentences;
        StringBuilder plain = new StringBuilder();
        for (SupportedSentence sentence : sentences) {
            int start = plain.length();
            plain.append(sentence.text().reveal())
                    .append(' ')
                    .append(quote(sentence))
                    .append('\n');
            spans.add(new Span(start, plain.length()));
        }
        Span all = new Span(0, plain.length());
        this.attribution = new Attribution(
                new Passage(ProtectedText.of(plain.toString()), all, spans, List.of(new Page(1, all)), language));
    }

    /// One line a sentence, as `[E12] sentence — "quote"`.
    ProtectedText lines() {
        StringBuilder lines = new StringBuilder();
        for (SupportedSentence sentence : sentences) {
            lines.append(line(lines.isEmpty() ? 1 : 1 + count(lines), sentence));
        }
        return ProtectedText.of(lines.toString());
    }

    /// The evidence in the document behind the part sentences that support `written`; empty when none do.
    List<Evidence> support(String written) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        for (Evidence place : attribution.support(written)) {
            for (int i = 0; i < spans.size(); i++) {
                if (spans.get(i).contains(place.span())) {
                    evidence.addAll(sentences.get(i).evidence());
                }
            }
        }
        return evidence.stream().limit(MOST_EVIDENCE).toList();
    }

    /// The line of one sentence, to count its tokens.
    static String line(int number, SupportedSentence sentence) {
        return "[E" + number + "] " + sentence.text().reveal() + " — \"" + quote(sentence) + "\"\n";
    }

    private static int count(CharSequence lines) {
        return (int) lines.chars().filter(character -> character == '\n').count();
    }

    /// The quote on one line, cut at a length that still tells.
    private static String quote(SupportedSentence sentence) {
        String quote = sentence.evidence()
                .getFirst()
                .quote()
                .reveal()
                .replaceAll("\\s+", " ")
                .strip();
        if (quote.length() <= LONGEST_QUOTE) {
            return quote;
        }
        int end = Character.isHighSurrogate(quote.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return quote.substring(0, end) + "…";
    }
}
