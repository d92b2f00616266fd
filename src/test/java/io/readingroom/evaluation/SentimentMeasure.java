package io.readingroom.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Accuracy and macro-F1 of the sentiment for one language.
///
/// @param accuracy of the labels as answered, over all reviews
/// @param macroF1 of the labels as answered, over all reviews
/// @param fittedF1 macro-F1 on the reviews with an odd number, with two thresholds on ln(positive/negative) fitted on
///     the even ones
/// @param lower the fitted threshold below which a review is negative
/// @param upper the fitted threshold above which a review is positive
record SentimentMeasure(double accuracy, double macroF1, double fittedF1, double lower, double upper) {

    private static final List<String> LABELS = List.of("positive", "neutral", "negative");

    /// A review with its right label and what the service answered.
    record Judged(String label, Outcome outcome) {

        double margin() {
            return Math.log((outcome.positive() + 1e-6) / (outcome.negative() + 1e-6));
        }
    }

    static SentimentMeasure of(List<Judged> judged) {
        List<Judged> even = half(judged, 0);
        double[] best = {0, 0};
        double bestF1 = -1;
        double[] margins = DoubleStream.concat(even.stream().mapToDouble(Judged::margin), DoubleStream.of(-20, 20))
                .sorted()
                .distinct()
                .toArray();
        for (double lower : margins) {
            for (double upper : margins) {
                double f1 = lower <= upper ? macroF1(even, byMargin(lower, upper)) : -1;
                if (f1 > bestF1) {
                    bestF1 = f1;
                    best = new double[] {lower, upper};
                }
            }
        }
        Function<Judged, String> answered = review -> review.outcome().label();
        double right =
                judged.stream().filter(r -> answered.apply(r).equals(r.label())).count();
        return new SentimentMeasure(
                right / Math.max(1, judged.size()),
                macroF1(judged, answered),
                macroF1(half(judged, 1), byMargin(best[0], best[1])),
                best[0],
                best[1]);
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

    private static Function<Judged, String> byMargin(double lower, double upper) {
        return review -> review.margin() > upper ? "positive" : review.margin() < lower ? "negative" : "neutral";
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
