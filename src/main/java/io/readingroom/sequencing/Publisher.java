package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Signs what the log has come to, once it is committed, and never two histories: what it signed before must be where
/// the log as it is now began.
@ApplicationScoped
class Publisher {

    private final LogRows rows;
    private final CheckpointRows checkpoints;
    private final LogKeys keys;
    private final Freezer freezer;
    private final Clock clock;
    /// What this replica has seen signed. A database that was put back does not know it any more.
    private final AtomicReference<@Nullable SignedNote> seen = new AtomicReference<>();

    Publisher(LogRows rows, CheckpointRows checkpoints, LogKeys keys, Freezer freezer, Clock clock) {
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.freezer = freezer;
        this.clock = clock;
    }

    /// Signs a checkpoint if the log has grown since the last one and is not frozen.
    ///
    /// @return the newest checkpoint of the epoch, whoever signed it
    Optional<SignedNote> publish() {
        Optional<SignedNote> published = DatabaseRole.SEQUENCER.call(() -> {
            rows.awaitLock();
            LogState state = rows.state();
            Optional<SignedNote> newest = checkpoints.newest(state.epoch());
            if (state.frozen() != null) {
                return newest;
            }
            Optional<Freeze> broken = Stream.concat(Stream.ofNullable(seen.get()), newest.stream())
                    .distinct()
                    .flatMap(note -> note.asCheckpoint().stream())
                    .flatMap(said -> contradiction(said, state).stream())
                    .findFirst();
            if (broken.isPresent()) {
                freezer.freeze(broken.get());
                return newest;
            }
            return grown(state, newest);
        });
        published.ifPresent(seen::set);
        return published;
    }

    private Optional<SignedNote> grown(LogState state, Optional<SignedNote> newest) {
        boolean told = newest.flatMap(SignedNote::asCheckpoint)
                .filter(said -> said.size() == state.size())
                .isPresent();
        if (told) {
            return newest;
        }
        byte[] root = new Tree(state.size(), rows::tile).root();
        SignedNote note = keys.sign(new Checkpoint(state.origin().text(), state.size(), root), state.origin());
        checkpoints.add(state.origin(), state.size(), note, clock.instant());
        return Optional.of(note);
    }

    /// How the log as it is now contradicts what was said of it, in this epoch or in a later one. What an earlier epoch
    /// said was contradicted before, and an operator knows.
    Optional<Freeze> contradiction(Checkpoint said, LogState state) {
        Optional<Origin> origin = Origin.parse(said.origin());
        int epoch = origin.map(Origin::epoch).orElse(Integer.MAX_VALUE);
        if (epoch < state.epoch()) {
            return Optional.empty();
        }
        if (!origin.map(Origin::installation).equals(Optional.of(state.installation()))) {
            return Optional.of(Freeze.ANOTHER_LOG_ANCHORED);
        }
        if (epoch > state.epoch() || said.size() > state.size()) {
            return Optional.of(Freeze.DATABASE_WENT_BACK);
        }
        boolean same = Arrays.equals(new Tree(said.size(), rows::tile).root(), said.root());
        return same ? Optional.empty() : Optional.of(Freeze.HISTORY_CHANGED);
    }
}
