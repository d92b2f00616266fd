package io.readingroom.grounding;

import io.readingroom.grounding.folding.Folded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much a sentence says that others do not.
public final class Novelty {

    private final Set<String> said = new HashSet<>();

    /// @param sentences that were said before
    public Novelty(List<String> sentences) {
        sentences.forEach(sentence -> said.addAll(Terms.of(Folded.text(sentence))));
    }

    /// How many of the sentence's terms were not said before: stemmed words, character bigrams in Chinese and Japanese.
    public int of(String sentence) {
        return (int) Terms.of(Folded.text(sentence)).stream()
                .filter(term -> !said.contains(term))
                .count();
    }
}
