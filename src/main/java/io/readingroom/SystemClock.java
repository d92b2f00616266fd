package io.readingroom;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The clock of the house: UTC, of the machine. Rooms ask for a [Clock], so that a test can set the time.
final class SystemClock {

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
