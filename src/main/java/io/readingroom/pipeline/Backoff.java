package io.readingroom.pipeline;

import java.time.Duration;
import java.util.Optional;

/// Exponential back-off.
///
/// @param retries how often to wait
/// @param first pause, doubled each time
/// @param longest pause
record Backoff(int retries, Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /// The pause before the attempt that follows so many failed ones; empty when there is none.
    Optional<Duration> pause(int failures) {
        if (failures > retries) {
            return Optional.empty();
        }
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return Optional.of(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
