package io.readingroom.result;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;
import java.time.Duration;
import java.util.OptionalInt;

/// [ResultRefusal#NOT_READY] with the time that this document still needs.
///
/// @param pause how long to wait before asking again
record NotReady(Duration pause) implements Refusal {

    private static final int LONGEST = 3600;

    @Override
    public ProblemType problemType() {
        return ResultRefusal.NOT_READY.problemType();
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(Math.clamp(pause.toSeconds(), 1, LONGEST));
    }
}
