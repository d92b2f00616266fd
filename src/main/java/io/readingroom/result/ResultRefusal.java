package io.readingroom.result;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why there is no answer to give out yet.
enum ResultRefusal implements Refusal {
    NOT_READY("not-ready", 409, "The document is still being read; ask again after the seconds in Retry-After.");

    private final ProblemType problemType;

    ResultRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
