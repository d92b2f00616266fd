package io.readingroom.privacy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Counts what could not be opened although it was not erased.
@ApplicationScoped
class SealMeters {

    private final Counter keys;
    private final Counter seals;

    SealMeters(MeterRegistry registry) {
        keys = Counter.builder("reading_room.privacy.key.failures")
                .description("Keys of documents that the key-encryption key at hand did not unwrap")
                .register(registry);
        seals = Counter.builder("reading_room.privacy.broken.seals")
                .description("Sealed contents that were found cut, changed or moved")
                .register(registry);
    }

    /// Has the numbers there before the first failure.
    void onStart(@Observes StartupEvent start) {}

    void keyFailed() {
        keys.increment();
    }

    void sealBroken() {
        seals.increment();
    }
}
