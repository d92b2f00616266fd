package io.readingroom.analysis.merging;

import io.readingroom.analysis.Material;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentLabel;
import io.readingroom.analysis.SentimentSection;
import io.readingroom.document.Page;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Calibration;
import io.readingroom.reading.Reading;
import io.readingroom.reading.SentimentReading;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The sentiment of a document: the mean of its chunks', weighted by their length in characters.
final class WeighedSentiment {

    private final Material material;

    WeighedSentiment(Material material) {
        this.material = material;
    }

    Sentiment of(int mostDrivers) {
        double positive = mean(SentimentReading::positive);
        double neutral = mean(SentimentReading::neutral);
        double negative = mean(SentimentReading::negative);
        SentimentLabel label = label(positive, neutral, negative);
        boolean measured =
                readings().stream().allMatch(reading -> reading.sentiment().measured());
        return new Sentiment(
                label,
                share(label, positive, neutral, negative),
                measured && Calibration.fitted(material.origin(), material.language()),
                positive,
                neutral,
                negative,
                drivers(label, mostDrivers),
                readings().size() > 1 ? readings().stream().map(this::section).toList() : List.of());
    }

    private List<Reading> readings() {
        return material.readings();
    }

    private double mean(ToDoubleFunction<SentimentReading> share) {
        double characters =
                readings().stream().mapToDouble(reading -> weight(reading)).sum();
        if (characters == 0) {
            return 1 / 3.0;
        }
        return readings().stream()
                        .mapToDouble(reading -> weight(reading) * share.applyAsDouble(reading.sentiment()))
                        .sum()
                / characters;
    }

    private static double weight(Reading reading) {
        return reading.span().length();
    }

    private List<Evidence> drivers(SentimentLabel label, int most) {
        return readings().stream()
                .filter(reading -> label(reading.sentiment()) == label)
                .sorted(Comparator.comparingDouble((Reading reading) -> share(label, reading.sentiment()))
                        .reversed())
                .flatMap(reading -> reading.sentiment().drivers().stream())
                .distinct()
                .limit(most)
                .toList();
    }

    private SentimentSection section(Reading reading) {
        SentimentLabel label = label(reading.sentiment());
        return new SentimentSection(
                reading.span(),
                Page.at(material.pages(), reading.span().start()),
                label,
                share(label, reading.sentiment()));
    }

    private static SentimentLabel label(SentimentReading reading) {
        return label(reading.positive(), reading.neutral(), reading.negative());
    }

    private static double share(SentimentLabel label, SentimentReading reading) {
        return share(label, reading.positive(), reading.neutral(), reading.negative());
    }

    /// The label with the largest share; neutral where a pole is not strictly ahead.
    private static SentimentLabel label(double positive, double neutral, double negative) {
        if (positive > neutral && positive > negative) {
            return SentimentLabel.POSITIVE;
        }
        return negative > neutral && negative > positive ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
    }

    private static double share(SentimentLabel label, double positive, double neutral, double negative) {
        return switch (label) {
            case POSITIVE -> positive;
            case NEUTRAL -> neutral;
            case NEGATIVE -> negative;
        };
    }
}
