package io.readingroom.journey;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/// Tells how many documents are not read yet and since when, for those who scale and those who watch. Every replica
/// tells the same numbers. They are no numbers while the database cannot be asked.
@ApplicationScoped
class QueueMeter {

    private static final Logger LOG = Logger.getLogger(QueueMeter.class);
    /// One look serves all numbers of a scrape: a database that does not answer would else be waited for by each.
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final MeterRegistry registry;
    private final StoredJourneys journeys;
    private final Clock clock;
    private Optional<Queue> seen = Optional.empty();
    private Instant seenUntil = Instant.MIN;

    QueueMeter(MeterRegistry registry, StoredJourneys journeys, Clock clock) {
        this.registry = registry;
        this.journeys = journeys;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        gauge("reading_room.queue.documents", Queue::total)
                .description("Documents that wait to be read or are being read, of all replicas together")
                .register(registry);
        for (JourneyState state : JourneyState.underWay()) {
            gauge("reading_room.queue.states", queue -> queue.documents().getOrDefault(state, 0L))
                    .description("Documents that are under way by state, of all replicas together")
                    .tag("state", state.word())
                    .register(registry);
        }
        gauge("reading_room.queue.oldest.age", this::age)
                .description("Time since the receipt of the document that has been under way for longest; 0 for none")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Queue> number) {
        return Gauge.builder(name, () -> look().map(number::applyAsDouble).orElse(Double.NaN));
    }

    private double age(Queue queue) {
        Instant oldest = queue.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private synchronized Optional<Queue> look() {
        if (clock.instant().isAfter(seenUntil)) {
            try {
                seen = Optional.of(journeys.queue());
            } catch (RuntimeException unreachable) {
                LOG.warnf(
                        "Looking at the queue failed: %s",
                        unreachable.getClass().getName());
                seen = Optional.empty();
            }
            seenUntil = clock.instant().plus(FRESH);
        }
        return seen;
    }
}
