package io.readingroom.sequencing;

import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Tree;
import io.readingroom.tlog.bundle.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log, as those who ask it see it.
public interface SequencedLog {

    /// Has what is committed so far placed, so that an answer tells it. Waits for a moment at most: an answer that is a
    /// little behind is better than none.
    void catchUp();

    /// The newest signed checkpoint, with the witness's signatures where it has any; signs one when the log has grown
    /// since.
    ///
    /// @throws io.readingroom.document.RefusedException when there is none because the log is frozen
    SignedNote checkpoint();

    /// The checkpoints that were signed, the oldest first: the last of each `every` entries, and the last of them that
    /// a
    /// witness signed, with its signatures.
    List<SignedNote> checkpoints(long every);

    /// The checkpoints that were stamped with the time, the oldest first, the last of each `every` entries.
    List<Stamp> stamps(long every);

    /// The tree at a size that the log has had.
    Tree tree(long size);

    /// The public keys of all epochs, the newest first.
    List<NoteKey> keys();

    /// Where the log stands.
    Standing standing();

    /// Opens another epoch of a frozen log.
    ///
    /// @return the standing before
    /// @throws io.readingroom.document.RefusedException when it is not frozen
    Standing openEpoch();

    /// Where the log stands.
    ///
    /// @param epoch how often it was begun anew, from 1
    /// @param size how many entries it has
    /// @param pending how many events wait for their places, at most
    /// @param frozen why nothing is appended any more, a stable word; null when it is not frozen
    record Standing(
            int epoch, long size, long pending, @Nullable String frozen) {}
}
