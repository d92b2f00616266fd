package io.readingroom.sequencing;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.DatabaseRole;
import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.AnchorException;
import io.readingroom.anchoring.AnchorSource;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.Growth;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Gives each anchor the newest checkpoint when it is due, and holds what the anchors know against the
/// database. Each anchor has a thread of its own: one that is slow holds up neither the log nor the
/// others.
@ApplicationScoped
class Anchoring {

    private static final Logger LOG = Logger.getLogger(Anchoring.class);

    private final LogRows rows;
    private final CheckpointRows checkpoints;
    private final LogKeys keys;
    private final Publisher publisher;
    private final Freezer freezer;
    private final LogMeters meters;
    private final Clock clock;
    private final List<Turn> turns;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("anchor-", 0).factory());
    /// When each anchor is next looked at, although it is owed nothing; those that were not yet are not
    /// there.
    private final Map<String, Instant> nextLook = new ConcurrentHashMap<>();

    /// An anchor, and whether a thread is at it.
    private record Turn(Anchor anchor, AtomicBoolean taken) {}

    Anchoring(
            LogRows rows,
            CheckpointRows checkpoints,
            LogKeys keys,
            Publisher publisher,
            Freezer freezer,
            LogMeters meters,
            @All List<AnchorSource> sources,
            Clock clock) {
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.publisher = publisher;
        this.freezer = freezer;
        this.meters = meters;
        this.clock = clock;
        turns = sources.stream()
                .flatMap(source -> source.anchor().stream())
                .map(anchor -> new Turn(anchor, new AtomicBoolean()))
                .toList();
    }

    /// Has the service not start with settings that do not go together.
    void onStart(@Observes StartupEvent start) {
        turns.forEach(turn -> meters.anchor(turn.anchor().name()));
    }

    /// Gives the newest checkpoint to the anchors that are due, and does not wait for them. One that
    /// fails is tried again the next time.
    void anchor() {
        for (Turn turn : turns) {
            if (turn.taken().compareAndSet(false, true)) {
                threads.execute(() -> {
                    try {
                        attempt(turn.anchor());
                    } finally {
                        turn.taken().set(false);
                    }
                });
            }
        }
    }

    /// Lets what is under way end, for this long.
    void stop(Duration wait) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void attempt(Anchor anchor) {
        try {
            boolean look = !clock.instant().isBefore(nextLook.getOrDefault(anchor.name(), Instant.MIN));
            Optional<Owed> owed = owed(anchor);
            if ((look || owed.isPresent()) && holdsWithTheLog(anchor.kept())) {
                owed.ifPresent(checkpoint -> give(anchor, checkpoint));
                nextLook.put(anchor.name(), clock.instant().plus(anchor.pause()));
            }
        } catch (AnchorException failed) {
            meters.anchorFailed(anchor.name());
            LOG.warnf("A checkpoint was not anchored: anchor=%s code=%s", anchor.name(), failed.getMessage());
        } catch (RuntimeException failed) {
            meters.anchorFailed(anchor.name());
            LOG.warnf(
                    "A checkpoint was not anchored: anchor=%s cause=%s",
                    anchor.name(), failed.getClass().getName());
        }
    }

    /// A checkpoint that an anchor should get.
    private record Owed(int epoch, SignedNote note) {}

    /// The newest checkpoint, if the anchor has not got it and has rested. Who tells what it knows only
    /// then gets it after a start in any case.
    private Optional<Owed> owed(Anchor anchor) {
        boolean anyhow = anchor.tellsWhenGiven() && !nextLook.containsKey(anchor.name());
        return DatabaseRole.SEQUENCER.call(() -> {
            int epoch = rows.state().epoch();
            return (anyhow
                            ? checkpoints.newest(epoch)
                            : checkpoints.owed(
                                    anchor.name(), epoch, clock.instant().minus(anchor.pause())))
                    .map(note -> new Owed(epoch, note));
        });
    }

    /// Holds what the anchor kept against the log, before it is given more.
    private boolean holdsWithTheLog(List<SignedNote> kept) {
        return DatabaseRole.SEQUENCER.call(() -> {
            LogState state = rows.state();
            if (state.frozen() != null) {
                return false;
            }
            Optional<Freeze> broken = kept.stream()
                    .flatMap(note -> contradiction(note, state).stream())
                    .findFirst();
            broken.ifPresent(freezer::freeze);
            return broken.isEmpty();
        });
    }

    private Optional<Freeze> contradiction(SignedNote note, LogState state) {
        Optional<Checkpoint> ours = keys.ours(note);
        if (ours.isPresent()) {
            return publisher.contradiction(ours.get(), state);
        }
        // Signed by a key that this database does not have: another log's, or an earlier one's in the same place.
        return note.asCheckpoint()
                .flatMap(said -> Origin.parse(said.origin()))
                .filter(origin -> origin.epoch() >= state.epoch())
                .map(origin -> Freeze.ANOTHER_LOG_ANCHORED);
    }

    private void give(Anchor anchor, Owed owed) {
        Checkpoint checkpoint = owed.note().asCheckpoint().orElseThrow();
        Growth growth =
                older -> DatabaseRole.SEQUENCER.call(() -> new Tree(checkpoint.size(), rows::tile).consistency(older));
        switch (anchor.keep(owed.note(), checkpoint, growth)) {
            case Anchored.Kept kept -> {
                DatabaseRole.SEQUENCER.run(() -> checkpoints.kept(
                        anchor.name(), owed.epoch(), checkpoint.size(), clock.instant(), kept.receipt()));
                meters.anchored(anchor.name(), checkpoint.size());
            }
            case Anchored.Ahead ahead -> contradicted(owed.epoch(), ahead.size(), Freeze.DATABASE_WENT_BACK);
            case Anchored.OtherPast other -> contradicted(owed.epoch(), Long.MAX_VALUE, Freeze.HISTORY_CHANGED);
        }
    }

    /// An anchor said that it knows the log otherwise, at this size. Meanwhile the log may have come
    /// that far: then it was another replica that was faster.
    private void contradicted(int epoch, long size, Freeze reason) {
        DatabaseRole.SEQUENCER.run(() -> {
            LogState state = rows.state();
            if (state.frozen() == null && state.epoch() == epoch && size > state.size()) {
                freezer.freeze(reason);
            }
        });
    }
}
