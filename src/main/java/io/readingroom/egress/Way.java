package io.readingroom.egress;

/// A place that the configuration names, and whether the lock lets the service go there now.
///
/// @param reach what its name means at this moment
public record Way(Purpose purpose, Reach reach) {

    /// What a name means at a moment.
    public enum Reach {
        /// Each of its addresses is allowed.
        ALLOWED,
        /// At least one of its addresses is not allowed; no connection is made.
        REFUSED,
        /// It has no address at this moment; one that it gets is judged then.
        UNKNOWN
    }
}
