package io.readingroom.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Coverage;
import org.junit.jupiter.api.Test;

class AnswerMetersTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AnswerMeters meters = new AnswerMeters(registry);

    @Test
    void what_was_kept_and_what_was_dropped_is_counted() {
        meters.onKept(Samples.analysis("words"));

        assertThat(count("facts", "verdict", "kept")).isEqualTo(2);
        assertThat(count("facts", "verdict", "rejected")).isEqualTo(2);
        assertThat(count("sentences", "verdict", "kept")).isEqualTo(3);
        assertThat(count("sentences", "verdict", "rejected")).isEqualTo(1);
        assertThat(count("prompt.tokens", "text", "fresh")).isEqualTo(530);
        assertThat(count("prompt.tokens", "text", "repeated")).isEqualTo(4100);
    }

    @Test
    void a_document_that_was_read_whole_is_told_from_one_that_was_not() {
        meters.onKept(Samples.analysis("words"));
        assertThat(count("documents", "coverage", "partial")).isZero();

        meters.onKept(halfRead(Samples.analysis("words")));

        assertThat(count("documents", "coverage", "complete")).isEqualTo(1);
        assertThat(count("documents", "coverage", "partial")).isEqualTo(1);
        assertThat(registry.get("reading_room.analysis.coverage").summary().totalAmount())
                .isEqualTo(1.5);
    }

    private static Analysis halfRead(Analysis whole) {
        Coverage.Share half = new Coverage.Share(45, 90);
        return new Analysis(
                whole.documentId(),
                whole.summary(),
                whole.sentiment(),
                whole.keyFacts(),
                whole.conflicts(),
                new Coverage(half, half, half),
                whole.rejected(),
                whole.warnings(),
                whole.provenance());
    }

    private double count(String name, String label, String value) {
        return registry.get("reading_room.analysis." + name)
                .tag(label, value)
                .counter()
                .count();
    }
}
