package io.readingroom.privacy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What is sealed was cut, changed, moved, or sealed for something else. Bytes read before it were still genuine.
public final class BrokenSealException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenSealException(@Nullable Throwable cause) {
        super("broken-seal", cause);
    }
}
