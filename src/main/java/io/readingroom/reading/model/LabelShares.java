package io.readingroom.reading.model;

import io.readingroom.reading.ReadingConfig.Band;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The shares of the three labels, which add up to 1.
///
/// Small models name a pole even where a text has none, so neutral is not taken from their word but from the margin
/// x = log p(positive) - log p(negative) of the first token. The shares are the softmax of (x - positiveAbove, 0,
/// negativeBelow - x): the label with the largest share changes exactly at the two thresholds.
///
/// @param measured whether they come from log-probabilities
record LabelShares(double positive, double neutral, double negative, boolean measured) {

    /// The labels and the words for them in the languages that are asked in.
    private static final Map<String, List<String>> LABELS = Map.of(
            "positive", List.of("positive", "正面", "积极", "肯定"),
            "neutral", List.of("neutral", "中性", "中立"),
            "negative", List.of("negative", "负面", "消极", "否定"));

    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}.*$", Pattern.DOTALL);
    private static final double SAID = 0.6;

    /// From the alternatives for the first token of the answer.
    ///
    /// @return empty when neither pole is among them
    static OptionalDouble margin(Map<String, Double> firstToken) {
        double positive = 0;
        double negative = 0;
        double floor = 1;
        for (Map.Entry<String, Double> alternative : firstToken.entrySet()) {
            double share = Math.exp(alternative.getValue());
            floor = Math.min(floor, share);
            switch (begun(alternative.getKey())) {
                case "positive" -> positive += share;
                case "negative" -> negative += share;
                default -> {}
            }
        }
        if (positive == 0 && negative == 0) {
            return OptionalDouble.empty();
        }
        // A label that is not on the list has at most the probability of the last that is.
        double least = Math.max(floor, Double.MIN_NORMAL);
        return OptionalDouble.of(Math.log(Math.max(positive, least)) - Math.log(Math.max(negative, least)));
    }

    static LabelShares of(double margin, Band band) {
        double positive = Math.exp(Math.clamp(margin - band.positiveAbove(), -50, 50));
        double negative = Math.exp(Math.clamp(band.negativeBelow() - margin, -50, 50));
        double all = positive + 1 + negative;
        return new LabelShares(positive / all, 1 / all, negative / all, true);
    }

    /// From the word alone, where the server gives no log-probabilities; all equal when it is no label.
    static LabelShares said(String word) {
        double rest = (1 - SAID) / 2;
        return switch (begun(word)) {
            case "positive" -> new LabelShares(SAID, rest, rest, false);
            case "neutral" -> new LabelShares(rest, SAID, rest, false);
            case "negative" -> new LabelShares(rest, rest, SAID, false);
            default -> new LabelShares(1 / 3.0, 1 / 3.0, 1 / 3.0, false);
        };
    }

    /// Whether the word is one of the labels or the beginning of exactly one.
    static boolean isLabel(String word) {
        return !begun(word).isEmpty();
    }

    /// The label with the largest share, as the prompts write it.
    String label() {
        if (positive > neutral && positive > negative) {
            return "positive";
        }
        return negative > neutral ? "negative" : "neutral";
    }

    private static String begun(String token) {
        String word = NO_LETTERS.matcher(token.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        List<String> labels = LABELS.entrySet().stream()
                .filter(label -> label.getValue().stream().anyMatch(name -> name.startsWith(word)))
                .map(Map.Entry::getKey)
                .toList();
        return word.isEmpty() || labels.size() != 1 ? "" : labels.getFirst();
    }
}
