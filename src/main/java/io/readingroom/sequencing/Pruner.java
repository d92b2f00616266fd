package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.sequencing.HeldBodies.Range;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/// Has events let go of their bodies when the register's own retention has ended, unless a legal hold keeps the
/// document
/// that they are about. The entries stay, so the log is proven as before; what was done is gone. Each batch is an
/// event.
@ApplicationScoped
class Pruner {

    private static final int BATCH = 1000;

    private static final String DUE =
            "select count(*) from audit_event where leaf_index >= ? and leaf_index < ? and sequenced_at < ?";

    private static final String LET_GO = """
            update audit_event set id = null, code = null, occurred_at = null, actor = null, document = null, outcome = null,
                reason = null, request_id = null, model = null, model_digest = null, template = null, body = null
            where leaf_index = any (?::bigint[])""";

    private final LogRows rows;
    private final HeldBodies held;
    private final AuditLog audit;
    private final SequencingSettings settings;
    private final Clock clock;
    /// From which entry on kept bodies are looked at next.
    private long next;

    Pruner(LogRows rows, HeldBodies held, AuditLog audit, SequencingSettings settings, Clock clock) {
        this.rows = rows;
        this.held = held;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Prunes what is due, if there is a retention, and looks at some of what a hold has kept.
    void prune() {
        settings.retention().ifPresent(retention -> {
            Instant before =
                    clock.instant().atZone(ZoneOffset.UTC).minus(retention).toInstant();
            int pruned;
            do {
                pruned = batch(before);
            } while (pruned == BATCH);
            again();
        });
    }

    /// Prunes one batch of what got its place before this time, but for what a hold keeps.
    ///
    /// @return how many events were due
    int batch(Instant before) {
        return DatabaseRole.SEQUENCER.call(() -> {
            if (!rows.lock()) {
                return 0;
            }
            long from = rows.ask("select pruned from log_state", row -> row.getLong(1));
            OffsetDateTime end = OffsetDateTime.ofInstant(before, ZoneOffset.UTC);
            long count = rows.ask(DUE, row -> row.getLong(1), from, from + BATCH, end);
            Range due = new Range(from, from + count);
            letGo(due, held.hold(due));
            rows.change("update log_state set pruned = ?", due.to());
            return (int) count;
        });
    }

    /// Looks at the next batch of what was due and kept, and prunes what no hold keeps any more.
    void again() {
        DatabaseRole.SEQUENCER.run(() -> {
            if (!rows.lock()) {
                return;
            }
            Range kept = held.held(next, BATCH);
            letGo(kept, held.release(kept));
            next = kept.to();
        });
    }

    private void letGo(Range range, List<Long> entries) {
        if (!entries.isEmpty()) {
            rows.change(LET_GO, entries.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            audit.record(new AuditEvent.BodiesPruned(range.from(), range.to(), entries.size()));
        }
    }
}
