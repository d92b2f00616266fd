package io.readingroom.privacy;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why something sealed stays sealed.
public enum PrivacyRefusal implements Refusal {
    ERASED("erased", 410, "The document was erased; its content is gone for good."),
    UNKNOWN("unknown-document", 404, "There is no document with this identity; check the address.");

    private final ProblemType problemType;

    PrivacyRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
