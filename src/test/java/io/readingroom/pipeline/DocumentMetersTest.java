package io.readingroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.RefusedException;
import io.readingroom.document.Span;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.Extractor;
import io.readingroom.journey.JourneyEnded;
import io.readingroom.journey.JourneyState;
import io.readingroom.privacy.PrivacyRefusal;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DocumentMetersTest {

    private static final ExtractedText TEXT = new ExtractedText(
            ProtectedText.of("Words."), List.of(new Page(1, new Span(0, 6))), "text/plain", "en", List.of());

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void an_end_counts_by_its_outcome_with_the_time_since_the_receipt() {
        DocumentMeters meters = new DocumentMeters(registry);
        meters.onEnded(new JourneyEnded(JourneyState.COMPLETED, null, Duration.ofSeconds(90)));
        meters.onEnded(new JourneyEnded(JourneyState.FAILED, "encrypted", Duration.ofSeconds(2)));
        meters.onEnded(new JourneyEnded(JourneyState.FAILED, "model-unavailable", Duration.ofSeconds(2)));

        assertThat(registry.get("reading_room.documents.duration")
                        .tag("outcome", "completed")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(90);
        assertThat(registry.get("reading_room.documents.duration")
                        .tag("outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(failed("encrypted")).isEqualTo(1);
        assertThat(failed("model-unavailable")).isEqualTo(1);
        assertThat(failed("internal-error")).isZero();
    }

    @Test
    void a_word_that_is_no_known_problem_becomes_no_label() {
        new DocumentMeters(registry).onEnded(new JourneyEnded(JourneyState.FAILED, "of-the-past", Duration.ZERO));

        assertThat(failed("other")).isEqualTo(1);
        assertThat(registry.find("reading_room.documents.failed")
                        .tag("problem", "of-the-past")
                        .counter())
                .isNull();
    }

    @Test
    void extractions_count_by_outcome_and_end_as_they_would_have() throws InterruptedException {
        assertThat(extractor((content, type) -> TEXT).extract(InputStream.nullInputStream(), "text/plain"))
                .isSameAs(TEXT);
        assertOutcome("corrupt", new RefusedException(ExtractionRefusal.CORRUPT));
        assertOutcome("interrupted", new InterruptedException());
        assertOutcome("other", new RefusedException(PrivacyRefusal.ERASED));
        assertOutcome("other", new IllegalStateException());

        assertThat(extracted("extracted")).isEqualTo(1);
        assertThat(registry.get("reading_room.extraction.duration").timer().count())
                .isEqualTo(5);
    }

    @Test
    void what_is_being_extracted_shows() throws InterruptedException {
        List<Double> during = new ArrayList<>();
        Extractor watched = extractor((content, type) -> {
            during.add(active());
            return TEXT;
        });
        watched.extract(InputStream.nullInputStream(), "text/plain");
        during.add(active());
        watched.extract(InputStream.nullInputStream(), "text/plain");
        assertThat(during).containsExactly(1.0, 0.0, 1.0);
    }

    private void assertOutcome(String outcome, Exception failure) {
        double before = registry.find("reading_room.extraction.documents")
                                .tag("outcome", outcome)
                                .counter()
                        == null
                ? 0
                : extracted(outcome);
        assertThatThrownBy(() -> extractor((content, type) -> {
                            switch (failure) {
                                case InterruptedException e -> throw e;
                                case RuntimeException e -> throw e;
                                default -> throw new AssertionError(failure);
                            }
                        })
                        .extract(InputStream.nullInputStream(), "text/plain"))
                .isSameAs(failure);
        assertThat(extracted(outcome)).isEqualTo(before + 1);
    }

    private Extractor extractor(Extractor extractor) {
        return new MeteredExtractor(extractor, registry);
    }

    private double failed(String problem) {
        return registry.get("reading_room.documents.failed")
                .tag("problem", problem)
                .counter()
                .count();
    }

    private double extracted(String outcome) {
        return registry.get("reading_room.extraction.documents")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double active() {
        return registry.get("reading_room.extraction.active").gauge().value();
    }
}
