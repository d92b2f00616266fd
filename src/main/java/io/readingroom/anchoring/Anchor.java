package io.readingroom.anchoring;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.SignedNote;
import java.time.Duration;
import java.util.List;

/// A place outside the database that keeps checkpoints, so that the database cannot be exchanged
/// unnoticed. It is used by one thread at a time, which it may keep waiting.
public interface Anchor {

    /// The stable word for it.
    String name();

    /// Keeps a checkpoint.
    ///
    /// @param note the checkpoint, signed by the log alone
    /// @param checkpoint what it says
    /// @param growth the proof that it has grown from a smaller one
    /// @throws AnchorException when it was not kept
    Anchored keep(SignedNote note, Checkpoint checkpoint, Growth growth);

    /// How long it rests after each.
    Duration pause();

    /// The largest checkpoint of each origin that it has been given, if it can tell; unverified.
    ///
    /// @throws AnchorException when it could not be read
    default List<SignedNote> kept() {
        return List.of();
    }

    /// Whether what it knows shows only in its answer to a checkpoint, so that it has to be given one
    /// to be asked.
    default boolean tellsWhenGiven() {
        return false;
    }
}
