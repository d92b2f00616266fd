package io.readingroom.admission;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Looks regularly for broken glasses whose time is over, so that their end is recorded even when nobody asks.
@ApplicationScoped
class Glazier {

    private static final Logger LOG = Logger.getLogger(Glazier.class);
    private static final long SECONDS = 15;

    private final BreakGlass glass;
    private final ScheduledExecutorService round = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("glazier").factory());

    Glazier(BreakGlass glass) {
        this.glass = glass;
    }

    // It ends with its executor, and look reports its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    void onStart(@Observes StartupEvent start) {
        round.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void onStopping(@Observes ShutdownDelayInitiatedEvent soon) {
        round.shutdown();
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        round.shutdown();
        round.awaitTermination(1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            glass.closeExpired();
        } catch (RuntimeException unreachable) {
            LOG.warnf(
                    "Looking for broken glasses failed: %s",
                    unreachable.getClass().getName());
        }
    }
}
