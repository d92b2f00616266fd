package io.readingroom.journey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// How fast this replica has read lately, for documents of which nothing is measured yet: an exponential moving average
/// over the last chunks of any document.
@ApplicationScoped
class Pace {

    private static final double WEIGHT_OF_LAST = 0.2;

    private final AtomicReference<@Nullable Double> millisPerToken = new AtomicReference<>();

    void measured(int tokens, Duration took) {
        if (tokens > 0) {
            double last = (double) took.toMillis() / tokens;
            millisPerToken.updateAndGet(before -> before == null ? last : before + WEIGHT_OF_LAST * (last - before));
        }
    }

    /// The seconds until all chunks of a journey are read, rounded up; empty when that cannot be told.
    OptionalLong secondsLeft(Journey journey) {
        OptionalDouble own = journey.pace();
        Double lately = millisPerToken.get();
        if (journey.state() != JourneyState.READING || (own.isEmpty() && lately == null)) {
            return OptionalLong.empty();
        }
        double pace = own.isPresent() || lately == null ? own.orElse(0) : lately;
        Progress progress = journey.progress();
        long left = Math.max(0, progress.tokensTotal() - progress.tokensRead());
        return OptionalLong.of((long) Math.ceil(left * pace / 1000));
    }
}
