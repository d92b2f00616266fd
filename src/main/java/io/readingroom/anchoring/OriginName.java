package io.readingroom.anchoring;

import io.readingroom.tlog.Checkpoint;

/// The name of a log as a part of the name of a file.
public final class OriginName {

    private OriginName() {}

    /// The log's name without its first part, which is the same for all, and without slashes.
    public static String of(Checkpoint checkpoint) {
        return checkpoint.origin().replaceFirst("^[^/]*/", "").replace('/', '-');
    }
}
