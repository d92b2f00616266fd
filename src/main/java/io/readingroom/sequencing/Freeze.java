package io.readingroom.sequencing;

import java.util.Locale;

/// Why the log is frozen: what it says is not what it has said.
enum Freeze {
    /// More entries were anchored than the database holds.
    DATABASE_WENT_BACK,
    /// The entries that were signed are not those that the database holds.
    HISTORY_CHANGED,
    /// The anchor holds checkpoints of another log, which this one has taken the place of.
    ANOTHER_LOG_ANCHORED;

    /// The stable word for it.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Freeze of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
