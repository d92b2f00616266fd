package io.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what others do in their own time.
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LOOK_AWAY = Duration.ofMillis(20);

    private Patience() {}

    /// Waits until it holds; fails when it does not within half a minute.
    public static void until(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(LONGEST);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LockSupport.parkNanos(LOOK_AWAY.toNanos());
        }
    }
}
