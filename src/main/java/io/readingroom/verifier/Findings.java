package io.readingroom.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was found to be wrong. All of it is counted, the first thousand are kept.
final class Findings {

    private static final int KEPT = 1000;
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparingLong((Finding finding) -> finding.from().orElseThrow());

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    long count() {
        return count;
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    /// The one about the first bad entry: the first that names an entry, or that says among which entries it must be
    /// when these all lie before; without one, that which says it most closely.
    Optional<Finding> first() {
        Optional<Finding> exact = kept.stream().filter(Finding::isOfOneEntry).min(BY_PLACE);
        Optional<Finding> close = kept.stream()
                .filter(finding -> finding.from().isPresent() && !finding.isOfOneEntry())
                .filter(finding -> exact.isEmpty()
                        || finding.to().orElseThrow() < exact.get().from().orElseThrow())
                .min(Comparator.comparingLong(Finding::span).thenComparing(BY_PLACE));
        return close.or(() -> exact);
    }
}
