package io.readingroom.document;

import java.util.OptionalInt;

/// A reason for which a room declines to go on. Each room has an enum of its own.
public interface Refusal {

    /// The kind of failure that it is to the caller.
    ProblemType problemType();

    /// A stable word, the last part of the problem type `urn:reading-room:problem:<code>`.
    default String code() {
        return problemType().code();
    }

    /// The HTTP status that tells it to the caller.
    default int status() {
        return problemType().status();
    }

    /// One sentence that says what failed and what to do about it, without any content of the document.
    default String sentence() {
        return problemType().sentence();
    }

    /// The seconds after which asking again makes sense, the `Retry-After` of the answer; empty when it never does.
    default OptionalInt retryAfter() {
        return OptionalInt.empty();
    }
}
