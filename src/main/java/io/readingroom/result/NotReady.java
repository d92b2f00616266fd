package io.readingroom.result;

import io.readingroom.document.Refusal;
import java.time.Duration;
import java.util.OptionalInt;

/// [ResultRefusal#NOT_READY] with the time that this document still needs.
///
/// @param pause how long to wait before asking again
record NotReady(Duration pause) implements Refusal {

    private static final int LONGEST = 3600;

    @Override
    public String code() {
        return ResultRefusal.NOT_READY.code();
    }

    @Override
    public int status() {
        return ResultRefusal.NOT_READY.status();
    }

    @Override
    public String sentence() {
        return ResultRefusal.NOT_READY.sentence();
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(Math.clamp(pause.toSeconds(), 1, LONGEST));
    }
}
