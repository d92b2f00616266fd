package io.readingroom.sequencing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What can be watched of the log.
@ApplicationScoped
class LogMeters {

    private final MeterRegistry registry;
    private final Counter sequenced;
    private final Counter failures;
    private final AtomicLong lagMillis = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong size = new AtomicLong();
    private final AtomicLong frozen = new AtomicLong();
    private final Map<String, AtomicLong> anchored = new ConcurrentHashMap<>();

    LogMeters(MeterRegistry registry) {
        this.registry = registry;
        sequenced = Counter.builder("reading_room.register.events.sequenced")
                .description("Events that this replica gave their places in the log")
                .register(registry);
        failures = Counter.builder("reading_room.register.sequencing.failures")
                .description("Attempts to place events or to sign a checkpoint that failed")
                .register(registry);
        Gauge.builder("reading_room.register.lag", lagMillis, millis -> millis.get() / 1000.0)
                .description("How long the oldest event waits for its place in the log")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("reading_room.register.pending", pending, AtomicLong::get)
                .description("Events that wait for their places in the log")
                .register(registry);
        Gauge.builder("reading_room.register.size", size, AtomicLong::get)
                .description("Entries of the log")
                .register(registry);
        Gauge.builder("reading_room.register.frozen", frozen, AtomicLong::get)
                .description("1 while the log is frozen because it contradicts what it has said")
                .register(registry);
    }

    void sequenced(int events) {
        sequenced.increment(events);
    }

    void failed() {
        failures.increment();
    }

    void standing(LogState state, long events, Duration lag) {
        size.set(state.size());
        frozen.set(state.frozen() == null ? 0 : 1);
        pending.set(events);
        lagMillis.set(lag.toMillis());
    }

    /// Has the meters of an anchor there before its first checkpoint.
    void anchor(String name) {
        anchored.computeIfAbsent(name, fresh -> {
            AtomicLong last = new AtomicLong();
            Gauge.builder("reading_room.register.anchored.size", last, AtomicLong::get)
                    .description("Entries of the log that the last anchored checkpoint covers")
                    .tag("anchor", fresh)
                    .register(registry);
            failed(fresh);
            return last;
        });
    }

    void anchored(String name, long entries) {
        AtomicLong last = anchored.get(name);
        if (last != null) {
            last.set(entries);
        }
    }

    void anchorFailed(String name) {
        failed(name).increment();
    }

    private Counter failed(String name) {
        return Counter.builder("reading_room.register.anchor.failures")
                .description("Checkpoints that an anchor did not keep")
                .tag("anchor", name)
                .register(registry);
    }
}
