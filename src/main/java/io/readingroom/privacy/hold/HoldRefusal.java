package io.readingroom.privacy.hold;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a hold is not set or released.
public enum HoldRefusal implements Refusal {
    INVALID(
            "hold-invalid",
            400,
            "A hold has one of the reasons that are configured, and one target: a document, a subject or a matter."),
    UNKNOWN("unknown-hold", 404, "There is no hold with this identity; check the address."),
    SECOND_PERSON_NEEDED("second-person-needed", 403, "A hold is released by another person than the one who set it.");

    private final ProblemType problemType;

    HoldRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
