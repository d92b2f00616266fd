package io.readingroom.problem;

import org.jspecify.annotations.Nullable;

/// Looks behind what libraries on the way have wrapped.
final class Causes {

    private static final int DEEPEST = 8;

    private Causes() {}

    /// The first of a kind among a failure and its causes.
    static <T extends Throwable> @Nullable T within(Throwable failure, Class<T> kind) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(current)) {
                return kind.cast(current);
            }
            current = current.getCause();
        }
        return null;
    }
}
