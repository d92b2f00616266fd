package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditRefusal;
import io.readingroom.document.RefusedException;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Tree;
import io.readingroom.tlog.bundle.Stamp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// The log as it stands in the database.
@ApplicationScoped
class StoredLog implements SequencedLog {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int LOOK_AWAY_MILLIS = 20;

    private final Sequencer sequencer;
    private final Publisher publisher;
    private final CheckpointRows checkpoints;
    private final LogKeys keys;
    private final LogRows rows;

    StoredLog(Sequencer sequencer, Publisher publisher, CheckpointRows checkpoints, LogKeys keys, LogRows rows) {
        this.sequencer = sequencer;
        this.publisher = publisher;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void catchUp() {
        long last = rows.lastPending();
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (rows.isPending(last) && System.nanoTime() < until) {
            int placed = sequencer.batch();
            if (placed == Sequencer.FROZEN || (placed == Sequencer.BUSY && !waited())) {
                return;
            }
        }
    }

    @Override
    public SignedNote checkpoint() {
        return publisher
                .publish()
                .map(note -> DatabaseRole.SEQUENCER.call(() -> checkpoints.witnessed(note)))
                .orElseThrow(() -> new RefusedException(AuditRefusal.UNAVAILABLE));
    }

    @Override
    public List<SignedNote> checkpoints(long every) {
        return DatabaseRole.SEQUENCER.call(() -> checkpoints.sampled(every));
    }

    @Override
    public List<Stamp> stamps(long every) {
        return DatabaseRole.SEQUENCER.call(() -> checkpoints.stamped(every));
    }

    @Override
    public Tree tree(long size) {
        return new Tree(size, rows::tile);
    }

    @Override
    public List<NoteKey> keys() {
        LogState state = rows.state();
        return IntStream.iterate(state.epoch(), epoch -> epoch > 0, epoch -> epoch - 1)
                .mapToObj(epoch -> keys.key(new Origin(state.installation(), epoch)))
                .toList();
    }

    @Override
    public Standing standing() {
        LogState state = rows.state();
        return standing(state);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Standing openEpoch() {
        rows.awaitLock();
        LogState state = rows.state();
        if (state.frozen() == null) {
            throw new RefusedException(AuditRefusal.NOT_FROZEN);
        }
        rows.change("update log_state set epoch = epoch + 1, frozen_at = null, frozen_reason = null");
        return standing(state);
    }

    private Standing standing(LogState state) {
        Freeze frozen = state.frozen();
        return new Standing(
                state.epoch(), state.size(), rows.backlog().events(), frozen == null ? null : frozen.word());
    }

    private static boolean waited() {
        try {
            Thread.sleep(LOOK_AWAY_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
