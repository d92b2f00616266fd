package io.readingroom.reading.profile;

import io.readingroom.document.Refusal;

/// Why a profile cannot be used.
public enum ProfileRefusal implements Refusal {
    UNKNOWN("unknown-profile", 422, "There is no profile of this name; see the list of profiles.");

    private final String code;
    private final int status;
    private final String sentence;

    ProfileRefusal(String code, int status, String sentence) {
        this.code = code;
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
