package io.readingroom.tlog.bundle;

import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.TileId;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// Where a bundle is written from: one state of a log, whatever happens to the log meanwhile.
public interface BundleSource {

    /// Whose entries the bundle holds.
    Scope scope();

    /// The keys of the log, those of earlier epochs as well.
    List<NoteKey> keys();

    /// The newest checkpoint: the bundle holds the log at its size.
    SignedNote newest();

    /// Other signed checkpoints of the log, in any order, those of earlier epochs as well; no two of the same epoch
    /// and size. Asked for once.
    Iterator<SignedNote> earlier();

    /// Checkpoints of the log that were stamped with the time, in any order; no two of the same epoch and size. Asked
    /// for
    /// once.
    default Iterator<Stamp> stamps() {
        return Collections.emptyIterator();
    }

    /// The hashes of a tile, 32 bytes each: at least as many as its width says, of which the first are taken.
    byte[] tile(TileId tile);

    /// The entries from a place on. Asked for once for each 256 of them, in order.
    ///
    /// @param from the place of the first one, a multiple of 256
    /// @param count how many, 1 to 256
    /// @return as many as asked for; no item may be longer than 65535 bytes
    List<BundleItem> items(long from, int count);
}
