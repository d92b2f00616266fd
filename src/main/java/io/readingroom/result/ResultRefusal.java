package io.readingroom.result;

import io.readingroom.document.Refusal;

/// Why there is no answer to give out yet.
enum ResultRefusal implements Refusal {
    NOT_READY("not-ready", 409, "The document is still being read; ask again after the seconds in Retry-After.");

    private final String code;
    private final int status;
    private final String sentence;

    ResultRefusal(String code, int status, String sentence) {
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
