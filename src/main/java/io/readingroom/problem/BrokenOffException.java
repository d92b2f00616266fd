package io.readingroom.problem;

import java.io.IOException;

/// The caller's connection broke off amid the request.
final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenOffException(IOException cause) {
        super("The request broke off", cause);
    }
}
