package io.readingroom.journey;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The documents that are under way, of all replicas together.
///
/// @param documents how many, by state
/// @param oldest when the one that was received first was received, null when there is none
record Queue(Map<JourneyState, Long> documents, @Nullable Instant oldest) {

    long total() {
        return documents.values().stream().mapToLong(Long::longValue).sum();
    }
}
