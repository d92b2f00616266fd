package io.readingroom.journey;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.intake.Backlog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Tells how many documents are not read yet, for those who scale. Every replica tells the same number.
@ApplicationScoped
class QueueMeter {

    private final MeterRegistry registry;
    private final Backlog backlog;

    QueueMeter(MeterRegistry registry, Backlog backlog) {
        this.registry = registry;
        this.backlog = backlog;
    }

    void onStart(@Observes StartupEvent start) {
        Gauge.builder("reading_room.queue.documents", backlog, Backlog::documents)
                .description("Documents that wait to be read or are being read, of all replicas together")
                .register(registry);
    }
}
