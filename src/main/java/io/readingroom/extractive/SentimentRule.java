package io.readingroom.extractive;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.Span;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.SentimentReading;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a chunk sounds, by a lexicon. Languages without one are called neutral, and not measured.
final class SentimentRule {

    /// The polarity at which a sentence is as likely neutral as not; fitted on half of 180 labelled reviews.
    private static final Map<String, Double> EVEN = Map.of("en", 0.25, "zh", 0.35, "ja", 0.2);

    private static final int MOST_DRIVERS = 5;
    private static final double TELLING = 0.3;

    private final Map<String, Polarity> polarities = new HashMap<>();

    SentimentRule() {
        for (String language : EVEN.keySet()) {
            polarities.put(language, new Polarity(Lexicon.of(language), language));
        }
    }

    /// The digest of all lexicons.
    static ContentDigest digest() {
        MessageDigest digest = ContentDigest.algorithm();
        EVEN.keySet().stream().sorted().map(Lexicon::bytes).forEach(digest::update);
        return ContentDigest.of(digest);
    }

    SentimentReading read(Scene scene) {
        String language = scene.language().split("-")[0];
        Polarity polarity = polarities.get(language);
        if (polarity == null) {
            return new SentimentReading(0, 1, 0, false, List.of());
        }
        double even = EVEN.getOrDefault(language, TELLING);
        double positive = 0;
        double negative = 0;
        double length = 0;
        List<Driver> drivers = new ArrayList<>();
        for (Span sentence : scene.sentences()) {
            double value = polarity.of(scene.text(sentence));
            double polar = 1 - Math.pow(2, -Math.abs(value) / even);
            positive += value > 0 ? polar * sentence.length() : 0;
            negative += value < 0 ? polar * sentence.length() : 0;
            length += sentence.length();
            if (Math.abs(value) >= TELLING) {
                drivers.add(new Driver(sentence, value));
            }
        }
        double total = Math.max(1, length);
        double neutral = Math.max(0, 1 - (positive + negative) / total);
        return new SentimentReading(
                positive / total, neutral, negative / total, true, evidence(scene, drivers, positive >= negative));
    }

    /// The most polar sentences, those on the side of the verdict first.
    private static List<Evidence> evidence(Scene scene, List<Driver> drivers, boolean positive) {
        return drivers.stream()
                .sorted(Comparator.comparing((Driver driver) -> driver.value() > 0 != positive)
                        .thenComparingDouble(driver -> -Math.abs(driver.value())))
                .limit(MOST_DRIVERS)
                .map(driver -> scene.evidence(driver.sentence()))
                .toList();
    }

    private record Driver(Span sentence, double value) {}
}
