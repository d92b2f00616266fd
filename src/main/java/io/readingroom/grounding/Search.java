package io.readingroom.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// The search for the few sentences that together hold the terms and claims of one sentence: greedy, which
/// for such a cover is within 1 - 1/e of the best (Nemhauser, Wolsey and Fisher 1978).
final class Search {

    /// The share of the weighted terms that support has to hold.
    static final double ENOUGH = 0.45;

    /// A claim weighs as much as several rare terms: without it there is no support.
    private static final double CLAIM = 12;

    /// A further sentence has to bring at least this share of the terms, or a claim.
    private static final double WORTHWHILE = 0.12;

    /// Where there is support already, a further sentence has to bring more: a reader who checks a sentence wants the
    /// quotes that show it, not all that touch upon it.
    private static final double TELLING = 0.25;

    private final List<Support> sentences;
    private final Set<String> terms;
    private final Claims claims;
    private final ToDoubleFunction<String> weight;
    private final double total;

    Search(List<Support> sentences, Set<String> terms, Claims claims, ToDoubleFunction<String> weight) {
        this.sentences = sentences;
        this.terms = terms;
        this.claims = claims;
        this.weight = weight;
        this.total = Math.max(1e-9, terms.stream().mapToDouble(weight).sum());
    }

    List<Support> best(int most) {
        List<Support> chosen = new ArrayList<>();
        double reached = 0;
        while (chosen.size() < most) {
            Support best = null;
            double bestGain = 0;
            for (Support candidate : sentences) {
                double gain = worth(chosen, candidate) - reached;
                if (gain > bestGain) {
                    bestGain = gain;
                    best = candidate;
                }
            }
            if (best == null || bestGain < (supported(chosen) ? TELLING : WORTHWHILE) * total) {
                return chosen;
            }
            chosen.add(best);
            reached += bestGain;
        }
        return chosen;
    }

    private boolean supported(List<Support> chosen) {
        return !chosen.isEmpty() && covers(chosen) && share(chosen) >= ENOUGH;
    }

    /// The weighted share of the terms that stand in `supports`, 0 to 1.
    double share(List<Support> supports) {
        return held(supports) / total;
    }

    /// Whether every value and name stands in `supports`.
    boolean covers(List<Support> supports) {
        return claims.values().stream().allMatch(value -> Claims.granted(value, values(supports)))
                && claims.names().stream()
                        .allMatch(name ->
                                supports.stream().anyMatch(s -> s.words().contains(name)));
    }

    /// How much a sentence speaks of the same and of nothing else (Jaccard 1901), 0 to 1.
    double similarity(Support support) {
        long common = terms.stream().filter(support.terms()::contains).count();
        long all = terms.size() + support.terms().size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /// A name, or a value of more than one digit.
    boolean hasTellingClaim() {
        return !claims.names().isEmpty() || claims.values().stream().anyMatch(value -> !value.matches("NUMBER:\\d"));
    }

    private double worth(List<Support> chosen, Support candidate) {
        List<Support> together = new ArrayList<>(chosen);
        together.add(candidate);
        Set<String> values = values(together);
        long held = claims.values().stream()
                        .filter(value -> Claims.granted(value, values))
                        .count()
                + claims.names().stream()
                        .filter(name ->
                                together.stream().anyMatch(s -> s.words().contains(name)))
                        .count();
        return held(together) + CLAIM * held;
    }

    private double held(List<Support> supports) {
        return terms.stream()
                .filter(term ->
                        supports.stream().anyMatch(support -> support.terms().contains(term)))
                .mapToDouble(weight)
                .sum();
    }

    private static Set<String> values(List<Support> supports) {
        Set<String> values = new HashSet<>();
        supports.forEach(support -> values.addAll(support.values()));
        return values;
    }
}
