package io.readingroom.privacy.erasure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/// Tells how many documents are due and still there. Every replica tells the same number, and none while the
/// database cannot be asked.
@ApplicationScoped
class RetentionMeter {

    private static final Logger LOG = Logger.getLogger(RetentionMeter.class);

    private final ErasureRows rows;
    private final Clock clock;

    RetentionMeter(ErasureRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start, MeterRegistry registry) {
        Gauge.builder("reading_room.privacy.retention.overdue", this::overdue)
                .description("Documents that are due, kept by no legal hold and not erased, of all replicas together")
                .register(registry);
    }

    private double overdue() {
        try {
            return rows.countDue(clock.instant());
        } catch (RuntimeException unreachable) {
            LOG.warnf(
                    "Looking for documents that are due failed: %s",
                    unreachable.getClass().getName());
            return Double.NaN;
        }
    }
}
