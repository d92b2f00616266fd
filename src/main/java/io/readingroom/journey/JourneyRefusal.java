package io.readingroom.journey;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a question about a journey is not answered.
public enum JourneyRefusal implements Refusal {
    CANCELLED("cancelled", 409, "The reading of this document was cancelled; upload it again to have it read."),
    ALREADY_ENDED("already-ended", 409, "The document is completed or failed; there is nothing to cancel."),
    CURSOR_INVALID("cursor-invalid", 400, "The cursor is not one that this service gave out; begin without one."),
    FILTER_INVALID("filter-invalid", 400, "A filter has a value that is not allowed; see the API's description.");

    private final ProblemType problemType;

    JourneyRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
