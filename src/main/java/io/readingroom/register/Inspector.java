package io.readingroom.register;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds a period of the register against the log: the entries against the tree, the bodies against the entries, the
/// columns against the bodies, and the tree against the checkpoints.
@ApplicationScoped
class Inspector {

    /// How many checkpoints are looked at, spread over the log.
    private static final int CHECKPOINTS = 500;

    private final SequencedLog log;
    private final RegisterDesk desk;
    private final EntryRows rows;
    private final EventRows events;
    private final AuditLog audit;
    private final CallerIdentity callers;

    Inspector(
            SequencedLog log,
            RegisterDesk desk,
            EntryRows rows,
            EventRows events,
            AuditLog audit,
            CallerIdentity callers) {
        this.log = log;
        this.desk = desk;
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.callers = callers;
    }

    Integrity inspect(@Nullable Instant from, @Nullable Instant to) {
        long size = desk.covered();
        EntryRows.Range range = rows.period(from, to, size);
        Inspection inspection = new Inspection(log.tree(size), range.first());
        rows.each(DatabaseRole.SEQUENCER, range, inspection::look);
        inspection.end(range.end());
        // Hundreds of roots, each of a few tiles: one transaction for all of them.
        long checkpoints = DatabaseRole.SEQUENCER.call(() -> checkpoints(size, inspection));
        Map<String, Long> counts = counts(from, to, size);
        audit.record(new AuditEvent.RegisterQueried(null, "integrity", inspection.entries()));
        boolean empty = range.first() >= range.end();
        return new Integrity(
                from,
                to,
                empty ? null : range.first(),
                empty ? null : range.end() - 1,
                inspection.entries(),
                inspection.bodies(),
                inspection.pruned(),
                checkpoints,
                counts,
                List.copyOf(inspection.findings()),
                inspection.findings().isEmpty());
    }

    private Map<String, Long> counts(@Nullable Instant from, @Nullable Instant to, long size) {
        Map<String, Long> counts = new TreeMap<>();
        EventQuery query = new EventQuery(null, List.of(), from, to, null, null, null, null, null);
        DatabaseRole.AUDITOR.run(() -> events.counts(callers.current().tenant(), query, size, counts));
        return counts;
    }

    private long checkpoints(long size, Inspection inspection) {
        List<NoteKey> keys = log.keys();
        List<SignedNote> notes = log.checkpoints(Math.max(1, size / CHECKPOINTS));
        // Not the size that was looked at: others may have placed and signed meanwhile.
        long now = log.standing().size();
        for (SignedNote note : notes) {
            Optional<Checkpoint> said = note.asCheckpoint();
            long at = said.map(Checkpoint::size).orElse(-1L);
            if (keys.stream().noneMatch(note::signedBy)) {
                inspection.found(at, "checkpoint-unsigned");
            } else if (at > now
                    || !Arrays.equals(log.tree(at).root(), said.orElseThrow().root())) {
                inspection.found(at, "checkpoint-contradicted");
            }
        }
        return notes.size();
    }
}
