package io.readingroom.privacy.erasure;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a document is not erased, or has no receipt.
public enum ErasureRefusal implements Refusal {
    LEGAL_HOLD("legal-hold", 409, "A legal hold keeps this document; it can be erased when the hold is released."),
    NOT_ERASED("not-erased", 409, "This document is not erased, so there is no receipt.");

    private final ProblemType problemType;

    ErasureRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }
}
