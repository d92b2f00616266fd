package io.readingroom.privacy.keys;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why no key can be had.
public enum KeyRefusal implements Refusal {
    UNAVAILABLE("key-unavailable", 503, "The key-encryption key cannot be reached; try again later.");

    private final ProblemType problemType;

    KeyRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
