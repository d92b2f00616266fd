package io.readingroom.sequencing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the log stands.
///
/// @param installation whose log it is
/// @param epoch how often it was begun anew, from 1
/// @param size how many entries it has
/// @param sequencedAt when the last one got its place
/// @param frozen why nothing is appended any more; null when it is not frozen
record LogState(
        UUID installation,
        int epoch,
        long size,
        Instant sequencedAt,
        @Nullable Freeze frozen) {

    /// The name of the log in this epoch.
    Origin origin() {
        return new Origin(installation, epoch);
    }
}
