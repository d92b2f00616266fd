package io.readingroom.egress;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Hands the lock of this process to the rooms that connect by themselves, and counts what it refuses.
@ApplicationScoped
class EgressWiring {

    @Produces
    @Singleton
    EgressLock lock() {
        return EgressLock.ofThisProcess();
    }

    void count(@Observes StartupEvent event, EgressLock lock, MeterRegistry meters) {
        FunctionCounter.builder("reading_room.egress.refused", lock, EgressLock::refused)
                .description("Connections that the egress lock refused")
                .register(meters);
    }
}
