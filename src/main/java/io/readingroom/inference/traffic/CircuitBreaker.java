package io.readingroom.inference.traffic;

import io.readingroom.inference.InferenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Stops asking a server that keeps failing, after M. Nygard, "Release It!": after some failures in a row calls are
/// refused at once for a while, then one is let through; its outcome decides.
public final class CircuitBreaker {

    private final int limit;
    private final Duration pause;
    private final InstantSource clock;
    private int failures;
    private @Nullable Instant openUntil;
    private String reason = "server-down";

    public CircuitBreaker(int limit, Duration pause, InstantSource clock) {
        this.limit = limit;
        this.pause = pause;
        this.clock = clock;
    }

    /// Passes, or refuses with the word of the failure that opened the circuit.
    public synchronized void pass() {
        Instant until = openUntil;
        if (until == null) {
            return;
        }
        if (clock.instant().isBefore(until)) {
            throw new InferenceException.Unavailable(reason, null);
        }
        // This caller is the trial; the others wait for its outcome.
        openUntil = clock.instant().plus(pause);
    }

    /// The server did its part, whatever the model said.
    public synchronized void worked() {
        failures = 0;
        openUntil = null;
    }

    /// Whether calls are refused, except for one at a time that tries whether the server works again.
    public synchronized boolean isOpen() {
        return openUntil != null;
    }

    public synchronized void failed(String code) {
        failures++;
        reason = code;
        if (failures >= limit) {
            openUntil = clock.instant().plus(pause);
        }
    }
}
