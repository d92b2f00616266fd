package io.readingroom.audit;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;
import java.util.OptionalInt;

/// Why a query of the register is declined.
public enum AuditRefusal implements Refusal {
    FILTER_INVALID(
            "filter-invalid",
            400,
            "A filter has the wrong form: document is a UUID, from and to are times such as 2026-01-31T09:30:00Z,"
                    + " outcome is succeeded, refused or failed, limit is 1 to 1000."),
    CURSOR_INVALID("cursor-invalid", 400, "The cursor is not one that this service gave out; start without one."),
    UNKNOWN_QUERY("unknown-query", 404, "There is no named query of this name; `GET /v1/audit/queries` lists them."),
    NO_SUCH_ENTRY(
            "no-such-entry", 404, "The register has no such entry of yours; its newest may get its place in a moment."),
    UNAVAILABLE(
            "register-unavailable",
            503,
            "The register takes no events at the moment, so nothing is done that must be recorded; ask again later, or"
                    + " have an operator look why it is frozen or behind."),
    NOT_FROZEN("register-not-frozen", 409, "The register is not frozen, so there is no reason to open another epoch.");

    private static final int RETRY_SECONDS = 10;

    private final ProblemType problemType;

    AuditRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }

    @Override
    public OptionalInt retryAfter() {
        return this == UNAVAILABLE ? OptionalInt.of(RETRY_SECONDS) : OptionalInt.empty();
    }
}
