package io.readingroom.document;

import org.jspecify.annotations.Nullable;

/// Carries a [Refusal] up to the edge. Its message is the code alone: a cause may hold content and is never logged
/// with its message.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    public RefusedException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.code(), cause);
        this.refusal = refusal;
    }

    /// Why the room declined.
    public Refusal refusal() {
        return refusal;
    }
}
