package io.readingroom.verifier;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.bundle.Origin;
import java.util.List;

/// What a signed checkpoint says, and where it was found.
///
/// @param source the file in the bundle, or the one outside
/// @param anchored whether it was kept outside of the bundle
/// @param said the checkpoint
/// @param witnesses the names of the given witnesses who signed it
record Claim(String source, boolean anchored, Checkpoint said, List<String> witnesses) {

    long size() {
        return said.size();
    }

    Origin origin() {
        return Origin.of(said.origin());
    }
}
