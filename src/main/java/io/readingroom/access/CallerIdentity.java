package io.readingroom.access;

/// Tells who is behind the current request.
public interface CallerIdentity {

    /// The caller of the current request, or the service itself outside of one.
    Caller current();
}
