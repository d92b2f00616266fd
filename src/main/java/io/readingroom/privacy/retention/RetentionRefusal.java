package io.readingroom.privacy.retention;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a document cannot be kept as somebody said.
public enum RetentionRefusal implements Refusal {
    CLASS_UNKNOWN(
            "retention-unknown", 400, "There is no retention class of this name; ask the operator for those known."),
    REFERENCE_INVALID(
            "reference-invalid", 400, "A subject or matter has 1 to 128 characters, none of them a control; name one.");

    private final ProblemType problemType;

    RetentionRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
