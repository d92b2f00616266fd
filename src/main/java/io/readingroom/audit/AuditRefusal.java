package io.readingroom.audit;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a query of the register is declined.
public enum AuditRefusal implements Refusal {
    FILTER_INVALID(
            "filter-invalid",
            400,
            "A filter has the wrong form: document is a UUID, from and to are times such as 2026-01-31T09:30:00Z,"
                    + " outcome is succeeded, refused or failed, limit is 1 to 1000."),
    CURSOR_INVALID("cursor-invalid", 400, "The cursor is not one that this service gave out; start without one.");

    private final ProblemType problemType;

    AuditRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
