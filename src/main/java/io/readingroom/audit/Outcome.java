package io.readingroom.audit;

import java.util.Locale;

/// How something ended.
public enum Outcome {
    SUCCEEDED,
    REFUSED,
    FAILED;

    /// The stable word for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
