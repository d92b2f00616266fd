package io.readingroom.extractive;

import io.readingroom.analysis.Material;
import io.readingroom.analysis.summary.Condensed;
import io.readingroom.analysis.summary.Condenser;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Condenses without a model: the most central of the parts' key sentences, in reading order, each with the
/// evidence it had in its part.
@ApplicationScoped
public class ExtractiveCondenser implements Condenser {

    private static final int MOST_SENTENCES = 10;

    @Override
    public String engine() {
        return "extractive";
    }

    @Override
    public Condensed condense(Material material) {
        List<SupportedSentence> all = material.readings().stream()
                .flatMap(reading -> reading.summary().stream())
                .toList();
        List<String> texts =
                all.stream().map(sentence -> sentence.text().reveal()).toList();
        List<SupportedSentence> chosen = KeySentences.choose(texts, material.language(), MOST_SENTENCES).stream()
                .map(all::get)
                .toList();
        return new Condensed(chosen, Rejected.NONE, Usage.NONE, Map.of());
    }
}
