package io.readingroom.anchoring.local;

import io.readingroom.anchoring.Anchor;
import io.readingroom.anchoring.Anchored;
import io.readingroom.anchoring.Growth;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Writes checkpoints to the service's log, one line each, from where the system that collects logs
/// keeps them: the note as a JSON string.
final class LogAnchor implements Anchor {

    private static final Logger LOG = Logger.getLogger("io.readingroom.register.checkpoint");

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Duration pause() {
        return Duration.ZERO;
    }

    @Override
    public Anchored keep(SignedNote note, Checkpoint checkpoint, Growth growth) {
        LOG.infof("{\"checkpoint\":\"%s\"}", note.note().replace("\n", "\\n"));
        return Anchored.Kept.PLAINLY;
    }
}
