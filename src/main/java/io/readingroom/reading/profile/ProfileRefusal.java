package io.readingroom.reading.profile;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a profile cannot be used.
public enum ProfileRefusal implements Refusal {
    UNKNOWN("profile-unknown", 422, "There is no profile of this name; see the list of profiles.");

    private final ProblemType problemType;

    ProfileRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
