package io.readingroom.pipeline.line;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A ledger in memory.
final class PaperLedger implements Ledger {

    final Map<Line, Long> lines = new HashMap<>();

    /// The places of those who are not finished, in the order in which they came.
    final Map<DocumentId, Place> places = new LinkedHashMap<>();

    final Map<DocumentId, String> owners = new HashMap<>();

    /// Who cannot be read now: they are being read, or have been put off.
    final Set<DocumentId> away = new HashSet<>();

    @Override
    public long time() {
        return places.values().stream().mapToLong(Place::turn).min().orElseGet(this::furthest);
    }

    @Override
    public long lock(Line line) {
        return lines.getOrDefault(line, 0L);
    }

    @Override
    public void pay(Line line, long paid) {
        lines.put(line, paid);
    }

    @Override
    public void prune() {
        long time = time();
        lines.values().removeIf(paid -> paid < time);
    }

    @Override
    public void own(DocumentId document, String owner) {
        owners.put(document, owner);
    }

    @Override
    public Optional<String> owner(DocumentId document) {
        return Optional.ofNullable(owners.get(document));
    }

    @Override
    public Optional<Place> place(DocumentId document) {
        return Optional.ofNullable(places.get(document));
    }

    @Override
    public void put(DocumentId document, Place place) {
        places.put(document, place);
    }

    @Override
    public boolean waitingBefore(long turn, Instant now) {
        return first().filter(document -> turn(document) < turn).isPresent();
    }

    /// Who is next of those who can be read.
    Optional<DocumentId> first() {
        return places.keySet().stream()
                .filter(document -> !away.contains(document))
                .min(Comparator.comparingLong(this::turn));
    }

    private long turn(DocumentId document) {
        return Objects.requireNonNull(places.get(document)).turn();
    }

    private long furthest() {
        return lines.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
