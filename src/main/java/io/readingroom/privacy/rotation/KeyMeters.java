package io.readingroom.privacy.rotation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Tells how many keys are outdated, and whether the key-encryption key can be had.
@ApplicationScoped
class KeyMeters {

    private static final Logger LOG = Logger.getLogger(KeyMeters.class);

    private final OutdatedKeys outdated;
    private final KeyEncryptionKey kek;

    KeyMeters(OutdatedKeys outdated, KeyEncryptionKey kek) {
        this.outdated = outdated;
        this.kek = kek;
    }

    void onStart(@Observes StartupEvent start, MeterRegistry registry) {
        Gauge.builder("reading_room.privacy.keys.outdated", this::count)
                .description("Keys that an older key-encryption key still wraps, of all replicas together")
                .register(registry);
        Gauge.builder("reading_room.privacy.kek.available", () -> kek.trouble().isEmpty() ? 1 : 0)
                .description("Whether the key-encryption key can be had: 1 or 0")
                .register(registry);
    }

    private double count() {
        try {
            return outdated.count();
        } catch (RuntimeException unreachable) {
            LOG.warnf(
                    "Counting outdated keys failed: %s", unreachable.getClass().getName());
            return Double.NaN;
        }
    }
}
