package io.readingroom.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Accuracy and macro-F1 of the sentiment for one language.
///
/// @param accuracy of the labels as answered, over all reviews
/// @param macroF1 of the labels as answered, over all reviews
/// @param fittedF1 macro-F1 on the reviews with an odd number, with a symmetric band around ln(positive/negative) = 0
///     fitted on the even ones: the form that the service uses
/// @param band the fitted band
/// @param halvesF1 the same, averaged over many cuts into two halves at random: one half of a small corpus is luck
record SentimentMeasure(double accuracy, double macroF1, double fittedF1, double band, double halvesF1) {

    private static final int CUTS = 200;
    private static final List<String> LABELS = List.of("positive", "neutral", "negative");

    /// A review with its right label and what the service answered.
    record Judged(String label, Outcome outcome) {

        double margin() {
            return Math.log((outcome.positive() + 1e-6) / (outcome.negative() + 1e-6));
        }
    }

    static SentimentMeasure of(List<Judged> judged) {
        Function<Judged, String> answered = review -> review.outcome().label();
        double right =
                judged.stream().filter(r -> answered.apply(r).equals(r.label())).count();
        double band = fitted(half(judged, 0));
        return new SentimentMeasure(
                right / Math.max(1, judged.size()),
                macroF1(judged, answered),
                macroF1(half(judged, 1), byMargin(band)),
                band,
                IntStream.range(0, CUTS)
                        .mapToDouble(seed -> cut(judged, seed))
                        .average()
                        .orElse(0));
    }

    private static double cut(List<Judged> judged, long seed) {
        List<Judged> shuffled = new ArrayList<>(judged);
        Collections.shuffle(shuffled, new Random(seed));
        int middle = shuffled.size() / 2;
        double band = fitted(shuffled.subList(0, middle));
        return macroF1(shuffled.subList(middle, shuffled.size()), byMargin(band));
    }

    /// The middle one of the bands that fit best.
    private static double fitted(List<Judged> judged) {
        double[] bands = judged.stream()
                .mapToDouble(review -> Math.abs(review.margin()))
                .sorted()
                .distinct()
                .toArray();
        double[] scores = DoubleStream.of(bands)
                .map(band -> macroF1(judged, byMargin(band)))
                .toArray();
        double best = DoubleStream.of(scores).max().orElse(0);
        double[] fitting = IntStream.range(0, bands.length)
                .filter(i -> scores[i] == best)
                .mapToDouble(i -> bands[i])
                .toArray();
        return fitting.length == 0 ? 0 : fitting[fitting.length / 2];
    }

    /// The reviews by language, those without an answer left out.
    static Map<String, List<Judged>> byLanguage(List<LabelledDocument> documents, Map<String, Outcome> outcomes) {
        Map<String, List<Judged>> languages = new TreeMap<>();
        for (LabelledDocument document : documents) {
            Outcome outcome = outcomes.get(document.key());
            if (outcome != null) {
                languages
                        .computeIfAbsent(document.label().path("lang").asText(), lang -> new ArrayList<>())
                        .add(new Judged(document.label().path("label").asText(), outcome));
            }
        }
        return languages;
    }

    private static List<Judged> half(List<Judged> judged, int remainder) {
        return IntStream.range(0, judged.size())
                .filter(i -> i % 2 == remainder)
                .mapToObj(judged::get)
                .toList();
    }

    private static Function<Judged, String> byMargin(double band) {
        return review -> review.margin() > band ? "positive" : review.margin() < -band ? "negative" : "neutral";
    }

    private static double macroF1(List<Judged> judged, Function<Judged, String> verdict) {
        return LABELS.stream()
                .mapToDouble(label -> tally(judged, verdict, label).f1())
                .average()
                .orElse(0);
    }

    private static Tally tally(List<Judged> judged, Function<Judged, String> verdict, String label) {
        Tally tally = Tally.NONE;
        for (Judged review : judged) {
            boolean said = verdict.apply(review).equals(label);
            boolean is = review.label().equals(label);
            tally = tally.plus(new Tally(said && is ? 1 : 0, said && !is ? 1 : 0, !said && is ? 1 : 0));
        }
        return tally;
    }
}
