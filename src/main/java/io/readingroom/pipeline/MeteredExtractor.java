package io.readingroom.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.Extractor;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Times extraction and counts how it ends. Extraction itself does not know that it is watched.
final class MeteredExtractor implements Extractor {

    private static final String EXTRACTED = "extracted";
    private static final String INTERRUPTED = "interrupted";
    private static final String OTHER = "other";

    private static final Duration[] BUCKETS = Stream.of(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600)
            .map(seconds -> Duration.ofMillis((long) (seconds.doubleValue() * 1000)))
            .toArray(Duration[]::new);

    private final Extractor extractor;
    private final AtomicInteger active = new AtomicInteger();
    private final Map<String, Counter> outcomes;
    private final Counter others;
    private final Timer duration;

    MeteredExtractor(Extractor extractor, MeterRegistry registry) {
        this.extractor = extractor;
        this.outcomes = Stream.concat(
                        Stream.of(EXTRACTED, INTERRUPTED),
                        Arrays.stream(ExtractionRefusal.values()).map(ExtractionRefusal::code))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), outcome -> outcomes(registry, outcome)));
        this.others = outcomes(registry, OTHER);
        this.duration = Timer.builder("reading_room.extraction.duration")
                .description("How long the extraction of a document's text took, however it ended")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Gauge.builder("reading_room.extraction.active", active, AtomicInteger::get)
                .description("Documents of this replica whose text is being extracted, or that wait for a worker")
                .register(registry);
    }

    @Override
    public ExtractedText extract(InputStream content, String mediaType) throws InterruptedException {
        String outcome = OTHER;
        long began = System.nanoTime();
        active.incrementAndGet();
        try {
            ExtractedText text = extractor.extract(content, mediaType);
            outcome = EXTRACTED;
            return text;
        } catch (RefusedException refused) {
            outcome = refused.refusal().code();
            throw refused;
        } catch (InterruptedException stopped) {
            outcome = INTERRUPTED;
            throw stopped;
        } finally {
            active.decrementAndGet();
            duration.record(Duration.ofNanos(System.nanoTime() - began));
            outcomes.getOrDefault(outcome, others).increment();
        }
    }

    private static Counter outcomes(MeterRegistry registry, String outcome) {
        return Counter.builder("reading_room.extraction.documents")
                .description("Extractions by outcome: a text, a refusal, or the end of the reading")
                .tag("outcome", outcome)
                .register(registry);
    }
}
