package io.readingroom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/// A log that nobody touched raises no alarm.
class UntouchedLogTest {

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void any_small_log_is_verified(@ForAll long seed) {
        assertVerified(GeneratedLog.any(seed, 100, false));
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void any_larger_log_is_verified(@ForAll long seed) {
        assertVerified(GeneratedLog.any(seed, 2000, true));
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void a_log_with_three_levels_of_tiles_is_verified(
            @ForAll long seed, @ForAll @IntRange(min = 65_536, max = 66_100) int size) {
        assertVerified(new GeneratedLog(seed, new GeneratedLog.Shape(size, 5, 2, 3, 10, true)));
    }

    private static void assertVerified(GeneratedLog log) {
        Trial trial = Trial.of(log);
        if (!log.notes.isEmpty() && new Random(log.shape.size()).nextBoolean()) {
            trial = trial.with(log.notes.getFirst());
        }
        Verdict verdict = trial.of(log.bundle());
        assertThat(verdict.findings().kept()).isEmpty();
        assertThat(verdict.verified()).isTrue();
        List<Integer> shown =
                IntStream.range(0, log.shape.size()).filter(log::shows).boxed().toList();
        assertThat(verdict.entries()).isEqualTo(shown.size());
        assertThat(verdict.bodies())
                .isEqualTo(shown.stream().filter(log::showsBody).count());
        assertThat(verdict.witnesses())
                .isEqualTo(log.shape.witnessed() ? Map.of("witness.example", (long) log.shape.size()) : Map.of());
    }
}
