package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.sequencing.PendingEvents.Pending;
import io.readingroom.sequencing.PendingEvents.Placed;
import io.readingroom.tlog.TreeEdge;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.entry.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes what is pending, in batches, and gives each event its place: its leaf in the tree and its number among the
/// tenant's events, both without gaps. One replica does it at a time; which, is decided for each batch by a lock that
/// ends with the transaction, so that nobody who dies holds it.
@ApplicationScoped
class Sequencer {

    private final LogRows rows;
    private final PendingEvents pending;
    private final TileWriter tiles;
    private final SequencingSettings settings;
    private final Clock clock;

    Sequencer(LogRows rows, PendingEvents pending, TileWriter tiles, SequencingSettings settings, Clock clock) {
        this.rows = rows;
        this.pending = pending;
        this.tiles = tiles;
        this.settings = settings;
        this.clock = clock;
    }

    /// Places one batch.
    ///
    /// @return how many events were placed; less than none when another replica was at it, or the log is frozen
    int batch() {
        return DatabaseRole.SEQUENCER.call(() -> {
            if (!rows.lock()) {
                return BUSY;
            }
            LogState state = rows.state();
            return state.frozen() == null ? place(state) : FROZEN;
        });
    }

    /// What [#batch] answers when another replica is at it.
    static final int BUSY = -1;

    /// What [#batch] answers when nothing gets a place until an operator has opened another epoch.
    static final int FROZEN = -2;

    private int place(LogState state) {
        List<Pending> events = pending.first(settings.sequencingBatch());
        if (events.isEmpty()) {
            return 0;
        }
        Instant now = now(state);
        Map<String, Long> counters = pending.counters(events.stream().map(Pending::tenant));
        TreeEdge edge = TreeEdge.of(state.size(), rows::tile);
        TileWriter.Batch grown = tiles.batch(state.size());
        List<Placed> placed = new ArrayList<>(events.size());
        for (Pending event : events) {
            long sequence = counters.merge(event.tenant(), 1L, Long::sum) - 1;
            Entry entry = new Entry(event.tenant(), sequence, now, event.bodyDigest());
            placed.add(new Placed(event, edge.size(), entry));
            grown.occurred(edge.size(), event.occurredAt());
            edge.append(TreeHash.leaf(entry.bytes()), grown::tile);
        }
        edge.partial(grown::tile);
        pending.move(placed, now, counters);
        grown.write();
        rows.change(
                "update log_state set size = ?, sequenced_at = ?",
                edge.size(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return placed.size();
    }

    /// The time, but never before the last entry's: clocks of replicas differ.
    private Instant now(LogState state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(state.sequencedAt()) ? state.sequencedAt() : now;
    }
}
