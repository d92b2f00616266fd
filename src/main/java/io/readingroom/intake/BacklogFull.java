package io.readingroom.intake;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;
import java.util.OptionalInt;

/// [IntakeRefusal#BACKLOG_FULL] with a time to wait. Reading a document takes a while: asking sooner is
/// of no use.
record BacklogFull() implements Refusal {

    private static final int SECONDS = 60;

    @Override
    public ProblemType problemType() {
        return IntakeRefusal.BACKLOG_FULL.problemType();
    }

    @Override
    public OptionalInt retryAfter() {
        return OptionalInt.of(SECONDS);
    }
}
