package io.readingroom.journey;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Fired within the transaction in which a document's journey ends, once for each document.
///
/// @param state in which it ended
/// @param problem the code of the refusal with which it failed, null when it ended otherwise
/// @param took from its receipt
public record JourneyEnded(JourneyState state, @Nullable String problem, Duration took) {}
