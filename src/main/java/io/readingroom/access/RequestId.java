package io.readingroom.access;

import java.util.Optional;

/// Tells by which request something was done.
public interface RequestId {

    /// The identity of the current request, a UUID; empty outside of one.
    Optional<String> current();
}
