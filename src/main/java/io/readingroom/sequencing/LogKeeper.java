package io.readingroom.sequencing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.DatabaseRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the log going: places what is pending, signs and anchors at intervals, and watches how far behind it is. Each
/// replica runs one; the locks decide which of them does something.
@ApplicationScoped
class LogKeeper {

    private static final Logger LOG = Logger.getLogger(LogKeeper.class);
    private static final int STOP_SECONDS = 5;

    private final Sequencer sequencer;
    private final Publisher publisher;
    private final Anchoring anchoring;
    private final Pruner pruner;
    private final LogRows rows;
    private final LogGate gate;
    private final LogMeters meters;
    private final SequencingSettings settings;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private Instant nextCheckpoint = Instant.MIN;
    private boolean failing;

    LogKeeper(
            Sequencer sequencer,
            Publisher publisher,
            Anchoring anchoring,
            Pruner pruner,
            LogRows rows,
            LogGate gate,
            LogMeters meters,
            SequencingSettings settings,
            Clock clock) {
        this.sequencer = sequencer;
        this.publisher = publisher;
        this.anchoring = anchoring;
        this.pruner = pruner;
        this.rows = rows;
        this.gate = gate;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        thread = Thread.ofVirtual().name("log-keeper").start(this::keep);
    }

    /// Lets the round end that is going on: an interrupt would close the connection under it.
    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(Duration.ofSeconds(STOP_SECONDS));
        }
        anchoring.stop(Duration.ofSeconds(STOP_SECONDS));
    }

    private void keep() {
        try {
            while (!stopping.await(settings.sequencingInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                attempt();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            round();
            failing = false;
        } catch (RuntimeException failed) {
            meters.failed();
            // Once for each time that it stops going well: it is tried again several times a second.
            if (!failing) {
                LOG.warnf(
                        "The log is not being kept, which is tried again: cause=%s",
                        failed.getClass().getName());
            }
            failing = true;
        }
    }

    private void round() {
        int placed;
        do {
            placed = sequencer.batch();
            meters.sequenced(Math.max(placed, 0));
        } while (placed == settings.sequencingBatch() && stopping.getCount() > 0);
        measure();
        if (!clock.instant().isBefore(nextCheckpoint)) {
            publisher.publish();
            anchoring.anchor();
            pruner.prune();
            nextCheckpoint = clock.instant().plus(settings.checkpointInterval());
        }
    }

    private void measure() {
        DatabaseRole.SEQUENCER.run(() -> {
            LogState state = rows.state();
            LogRows.Backlog backlog = rows.backlog();
            @Nullable Instant oldest = backlog.oldest();
            Duration lag = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
            meters.standing(state, backlog.events(), lag.isNegative() ? Duration.ZERO : lag);
            gate.closed(state.frozen() != null || backlog.events() > settings.largestBacklog());
        });
    }
}
