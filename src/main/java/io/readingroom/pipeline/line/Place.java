package io.readingroom.pipeline.line;

/// Where a document stands, by start-time fair queueing (P. Goyal, H. M. Vin, H. Cheng, "Start-time
/// Fair Queuing: A Scheduling Algorithm for Integrated Services Packet Switching Networks", SIGCOMM
/// 1996). A line pays for each of its documents in advance, so that the next one stands where the one
/// before ends; whoever has the lowest turn is served. A line that was idle starts at the virtual time,
/// not in the past: waiting earns nothing.
///
/// What is a packet there is a stretch of chunks here. Over any time in which two lines have documents
/// waiting, one hand serves them alike but for a stretch of each (theorem 1 there).
///
/// @param turn the start tag of its next chunk, in chunks of virtual time
/// @param paid up to where its line has paid for it; at least the turn when it was taken
record Place(long turn, long paid) {

    /// The place at the end of a line.
    ///
    /// @param time the virtual time: the lowest turn of all documents that are not finished
    /// @param end up to where the line has paid before
    /// @param chunks that the document is expected to have, at least one
    static Place atTheEnd(long time, long end, int chunks) {
        long turn = Math.max(time, end);
        return new Place(turn, turn + chunks);
    }

    /// The place after some of its chunks were served.
    Place after(int chunks) {
        return new Place(turn + chunks, paid);
    }

    /// Whether it has had all that was paid for it.
    boolean spent() {
        return turn >= paid;
    }
}
