package io.readingroom.access;

/// Tells who is behind the current request.
public interface CallerIdentity {

    /// The caller of the current request, as its token or certificate says; the service itself outside of one, in
    /// the tenant of the document that it works on, see [OnBehalf].
    Caller current();

    /// Whether callers are told apart; all of them are the same one otherwise.
    default boolean tellsApart() {
        return true;
    }
}
