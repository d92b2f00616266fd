package io.readingroom.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a document stands.
public enum JourneyState {
    /// It is sealed and waits for its turn.
    RECEIVED,
    /// Its text is being extracted.
    EXTRACTING,
    /// Its chunks are being read.
    READING,
    /// Its analysis is there.
    COMPLETED,
    /// It could not be read; the problem says why.
    FAILED,
    /// Somebody cancelled its reading.
    CANCELLED,
    /// Its key was destroyed.
    ERASED;

    /// Whether nothing follows, except erasure.
    public boolean ended() {
        return compareTo(READING) > 0;
    }

    /// The word for it in the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The states that are not the last.
    static List<JourneyState> underWay() {
        return Arrays.stream(values()).filter(state -> !state.ended()).toList();
    }

    static Optional<JourneyState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
