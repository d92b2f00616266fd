package io.readingroom.anchoring;

import java.util.Optional;

/// Makes an anchor as it is configured.
public interface AnchorSource {

    /// The anchor; empty when there is none of this kind.
    ///
    /// @throws IllegalStateException when its settings do not go together; the message says which
    Optional<Anchor> anchor();
}
