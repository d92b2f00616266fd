package io.readingroom.privacy;

import io.readingroom.document.Refusal;

/// Why something sealed stays sealed.
public enum PrivacyRefusal implements Refusal {
    ERASED("erased", 410, "The document was erased; its content is gone for good."),
    UNKNOWN("unknown-document", 404, "There is no document with this identity; check the address."),
    KEY_UNAVAILABLE("key-unavailable", 503, "The key-encryption key cannot be reached; try again later.");

    private final String code;
    private final int status;
    private final String sentence;

    PrivacyRefusal(String code, int status, String sentence) {
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
