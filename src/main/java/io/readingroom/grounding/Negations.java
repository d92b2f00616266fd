package io.readingroom.grounding;

import java.util.Comparator;
import java.util.List;

/// The obvious contradictions between a sentence and what is said to support it.
final class Negations {

    /// From this share of common terms on, two sentences say the same, or the opposite.
    private static final double SAME = 0.6;

    private Negations() {}

    /// Whether one side denies and the other does not: a sentence that denies needs a denying support that is
    /// not much farther from it than the closest one; one that does not deny is refused where its closest
    /// support says nearly the same with a negation.
    static boolean contradict(String folded, Search search, List<Support> found) {
        Support closest = found.stream()
                .max(Comparator.comparingDouble(support -> search.share(List.of(support))))
                .orElseThrow();
        if (Invariants.denies(folded)) {
            double enough = search.share(List.of(closest)) / 2;
            return found.stream()
                    .noneMatch(
                            support -> Invariants.denies(support.folded()) && search.share(List.of(support)) >= enough);
        }
        return Invariants.denies(closest.folded()) && search.similarity(closest) >= SAME;
    }
}
