package io.readingroom.privacy.vault;

/// A key service did not do what it was asked. Neither its words nor its address are told.
final class KeyServiceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    KeyServiceException(Trouble trouble) {
        super("key-service-" + trouble.word());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
