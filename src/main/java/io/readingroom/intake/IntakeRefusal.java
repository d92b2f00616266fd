package io.readingroom.intake;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;
import java.util.OptionalInt;

/// Why an upload is declined, apart from its type.
public enum IntakeRefusal implements Refusal {
    FILE_MISSING("file-missing", 400, "The form has no part named file with a file name; send the document there."),
    EMPTY("empty", 400, "The file has no bytes; upload the document itself."),
    LANGUAGE_INVALID("language-invalid", 400, "The language is no BCP 47 tag, such as en, de-CH or zh-Hans."),
    PROFILE_INVALID("profile-invalid", 400, "A profile's name has 1 to 64 lower-case letters, digits and hyphens."),
    SOURCE_ID_INVALID("source-id-invalid", 400, "A source id has 1 to 200 characters, none of them a control."),
    IDEMPOTENCY_KEY_INVALID("idempotency-key-invalid", 400, "An Idempotency-Key has 1 to 255 visible characters."),
    PROFILE_UNKNOWN("profile-unknown", 422, "There is no profile of this name; choose one of the known ones."),
    TOO_LARGE("too-large", 413, "The document is larger than this service accepts; split it."),
    BACKLOG_FULL(
            "backlog-full",
            503,
            "More documents wait to be read than the service takes on; upload again after the seconds in Retry-After."),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            422,
            "This Idempotency-Key came with another document or other parameters before; use a fresh one.");

    /// Reading a document takes a while: asking sooner is of no use.
    private static final int BACKLOG_PAUSE_SECONDS = 60;

    private final ProblemType problemType;

    IntakeRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }

    @Override
    public OptionalInt retryAfter() {
        return this == BACKLOG_FULL ? OptionalInt.of(BACKLOG_PAUSE_SECONDS) : OptionalInt.empty();
    }
}
