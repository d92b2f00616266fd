package io.readingroom.anchoring;

/// What came of giving a checkpoint to an anchor.
public sealed interface Anchored {

    /// It is kept.
    ///
    /// @param receipt what the anchor gave in return; empty when it gives nothing
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(byte[] receipt) implements Anchored {

        /// Kept, and nothing was given in return.
        public static final Kept PLAINLY = new Kept(new byte[0]);
    }

    /// The anchor says that it has a larger checkpoint of this log.
    ///
    /// @param size how many entries that one covers
    record Ahead(long size) implements Anchored {}

    /// The anchor says that this is not what the log began with.
    record OtherPast() implements Anchored {}
}
