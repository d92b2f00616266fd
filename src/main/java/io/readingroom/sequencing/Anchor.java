package io.readingroom.sequencing;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import java.time.Duration;
import java.util.List;

/// A place outside the database that keeps checkpoints, so that the database cannot be exchanged unnoticed.
interface Anchor {

    /// The stable word for it.
    String name();

    /// Keeps a checkpoint.
    ///
    /// @throws AnchorException when it was not kept
    void keep(SignedNote note, Checkpoint checkpoint);

    /// How long it rests after each.
    Duration pause();

    /// The largest checkpoint of each origin that it has been given, if it can tell; unverified.
    default List<SignedNote> kept() {
        return List.of();
    }
}
