package io.readingroom.verifier;

/// The program was not called as it has to be.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String what) {
        super(what);
    }
}
