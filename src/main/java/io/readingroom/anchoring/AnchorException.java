package io.readingroom.anchoring;

import org.jspecify.annotations.Nullable;

/// A checkpoint was not kept, or what was kept could not be read.
public final class AnchorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param code why, a stable word
    public AnchorException(String code) {
        this(code, null);
    }

    /// @param code why, a stable word
    public AnchorException(String code, @Nullable Throwable cause) {
        super(code, cause);
    }
}
