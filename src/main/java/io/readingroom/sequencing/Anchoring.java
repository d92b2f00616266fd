package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Gives each anchor the newest checkpoint when it is due, and holds what the anchors kept against the database.
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
    private final List<Anchor> anchors = new ArrayList<>();
    private final Map<String, Instant> due = new HashMap<>();

    Anchoring(
            LogRows rows,
            CheckpointRows checkpoints,
            LogKeys keys,
            Publisher publisher,
            Freezer freezer,
            LogMeters meters,
            SequencingSettings settings,
            Clock clock) {
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.publisher = publisher;
        this.freezer = freezer;
        this.meters = meters;
        this.clock = clock;
        if (settings.anchor().log()) {
            anchors.add(new LogAnchor());
        }
        settings.anchor()
                .folder()
                .ifPresent(folder ->
                        anchors.add(new FolderAnchor(folder, settings.anchor().folderPause())));
        anchors.forEach(anchor -> meters.anchor(anchor.name()));
    }

    /// Gives the newest checkpoint to the anchors that are due. One that fails is tried again the next time.
    void anchor() {
        for (Anchor anchor : anchors) {
            if (!clock.instant().isBefore(due.getOrDefault(anchor.name(), Instant.MIN))) {
                attempt(anchor);
            }
        }
    }

    private void attempt(Anchor anchor) {
        try {
            if (holdsWithTheLog(anchor) && give(anchor)) {
                due.put(anchor.name(), clock.instant().plus(anchor.pause()));
            }
        } catch (AnchorException failed) {
            meters.anchorFailed(anchor.name());
            LOG.warnf("A checkpoint was not anchored: anchor=%s code=%s", anchor.name(), failed.getMessage());
        }
    }

    /// Holds what the anchor kept against the log, before it is given more.
    private boolean holdsWithTheLog(Anchor anchor) {
        List<SignedNote> kept = anchor.kept();
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

    private boolean give(Anchor anchor) {
        int epoch = DatabaseRole.SEQUENCER.call(rows::state).epoch();
        Optional<SignedNote> owed = DatabaseRole.SEQUENCER.call(() -> checkpoints.owed(anchor.name(), epoch));
        if (owed.isEmpty()) {
            return false;
        }
        Checkpoint checkpoint = owed.get().asCheckpoint().orElseThrow();
        anchor.keep(owed.get(), checkpoint);
        DatabaseRole.SEQUENCER.run(() -> checkpoints.kept(anchor.name(), epoch, checkpoint.size(), clock.instant()));
        meters.anchored(anchor.name(), checkpoint.size());
        return true;
    }
}
