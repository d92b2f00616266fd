package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Has events let go of their bodies when the register's own retention has ended. The entries stay, so the log is
/// proven
/// as before; what was done is gone. Each batch is an event.
@ApplicationScoped
class Pruner {

    private static final int BATCH = 1000;

    private static final String PRUNE = """
            with due as (
                select leaf_index from audit_event
                where leaf_index >= (select pruned from log_state) and leaf_index < (select pruned from log_state) + ?
                    and sequenced_at < ?)
            update audit_event set id = null, code = null, occurred_at = null, actor = null, document = null, outcome = null,
                reason = null, request_id = null, model = null, model_digest = null, template = null, body = null
            from due where audit_event.leaf_index = due.leaf_index""";

    private final LogRows rows;
    private final AuditLog audit;
    private final SequencingSettings settings;
    private final Clock clock;

    Pruner(LogRows rows, AuditLog audit, SequencingSettings settings, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Prunes what is due, if there is a retention.
    void prune() {
        settings.retention().ifPresent(retention -> {
            Instant before =
                    clock.instant().atZone(ZoneOffset.UTC).minus(retention).toInstant();
            int pruned;
            do {
                pruned = batch(before);
            } while (pruned == BATCH);
        });
    }

    /// Prunes one batch of what got its place before this time.
    ///
    /// @return how many events
    int batch(Instant before) {
        return DatabaseRole.SEQUENCER.call(() -> {
            if (!rows.lock()) {
                return 0;
            }
            long from = rows.ask("select pruned from log_state", row -> row.getLong(1));
            int pruned = rows.change(PRUNE, BATCH, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            if (pruned > 0) {
                rows.change("update log_state set pruned = pruned + ?", pruned);
                audit.record(new AuditEvent.BodiesPruned(from, from + pruned));
            }
            return pruned;
        });
    }
}
