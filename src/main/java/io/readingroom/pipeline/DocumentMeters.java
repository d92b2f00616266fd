package io.readingroom.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.document.Refusal;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.journey.JourneyEnded;
import io.readingroom.journey.JourneyState;
import io.readingroom.privacy.keys.KeyRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts how documents end and how long that took, by outcomes and problems of which there are only so many.
@ApplicationScoped
class DocumentMeters {

    private static final String OTHER = "other";

    /// From a page with a fast model to a book in a long queue.
    private static final Duration[] BUCKETS = IntStream.of(5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 43200)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final Map<JourneyState, Timer> durations;
    private final Map<String, Counter> failures;
    private final Counter otherFailures;

    DocumentMeters(MeterRegistry registry) {
        durations = Arrays.stream(JourneyState.values())
                .filter(JourneyState::ended)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), state -> duration(registry, state)));
        failures = Stream.<Refusal[]>of(
                        ExtractionRefusal.values(), PipelineRefusal.values(), new Refusal[] {KeyRefusal.UNAVAILABLE})
                .flatMap(Arrays::stream)
                .map(Refusal::code)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> failures(registry, code)));
        otherFailures = failures(registry, OTHER);
    }

    /// Has the numbers there before the first document ends.
    void onStart(@Observes StartupEvent start) {}

    void onEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) JourneyEnded end) {
        Timer duration = durations.get(end.state());
        if (duration != null) {
            duration.record(end.took());
        }
        if (end.problem() != null) {
            failures.getOrDefault(end.problem(), otherFailures).increment();
        }
    }

    private static Timer duration(MeterRegistry registry, JourneyState state) {
        return Timer.builder("reading_room.documents.duration")
                .description("From the receipt of a document to the end of its journey, by how it ended")
                .tag("outcome", state.word())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static Counter failures(MeterRegistry registry, String problem) {
        return Counter.builder("reading_room.documents.failed")
                .description("Documents that could not be read, by the problem that stands in their status")
                .tag("problem", problem)
                .register(registry);
    }
}
