package io.readingroom.anchoring.local;

import io.readingroom.anchoring.Anchor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// Anchors in folders, for tests.
public final class Folders {

    private Folders() {}

    /// One that never rests.
    public static Anchor in(Path folder) {
        return new FolderAnchor(folder, Duration.ZERO, Clock.systemUTC());
    }
}
