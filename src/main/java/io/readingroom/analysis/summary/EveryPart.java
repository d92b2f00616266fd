package io.readingroom.analysis.summary;

import io.readingroom.grounding.Novelty;
import io.readingroom.reading.Reading;
import io.readingroom.reading.SupportedSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lets a summary speak of every part of its document. A model that condenses many lines tends to write about the first
/// of them only; a part that no sentence rests on is then given the one of its own sentences that adds most to what is
/// said already (maximal marginal relevance without a query, Carbonell and Goldstein, SIGIR 1998).
final class EveryPart {

    private final List<Reading> parts;
    private final List<SupportedSentence> sentences;
    private final int most;

    /// @param written about the whole, in reading order
    /// @param most sentences in all
    EveryPart(List<Reading> parts, List<SupportedSentence> written, int most) {
        this.parts = parts;
        this.sentences = new ArrayList<>(written.subList(0, Math.min(most, written.size())));
        this.most = most;
    }

    /// The sentences written and those added, each of the latter before the first sentence about a later part.
    List<SupportedSentence> sentences() {
        List<Reading> missing = parts.stream()
                .filter(part -> !part.summary().isEmpty() && !spokenOf(part))
                .toList();
        for (Reading part : Condensing.spread(missing, most - sentences.size())) {
            mostTelling(part).ifPresent(sentence -> sentences.add(place(part), sentence));
        }
        return List.copyOf(sentences);
    }

    private boolean spokenOf(Reading part) {
        return sentences.stream().anyMatch(sentence -> restsOn(sentence, part));
    }

    private static boolean restsOn(SupportedSentence sentence, Reading part) {
        return sentence.evidence().stream().anyMatch(place -> part.span().contains(place.span()));
    }

    private Optional<SupportedSentence> mostTelling(Reading part) {
        Novelty novelty = new Novelty(
                sentences.stream().map(sentence -> sentence.text().reveal()).toList());
        return part.summary().stream()
                .max(Comparator.comparingInt(
                        sentence -> novelty.of(sentence.text().reveal())))
                .filter(sentence -> novelty.of(sentence.text().reveal()) > 0);
    }

    private int place(Reading part) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).evidence().getFirst().span().start()
                    >= part.span().end()) {
                return i;
            }
        }
        return sentences.size();
    }
}
