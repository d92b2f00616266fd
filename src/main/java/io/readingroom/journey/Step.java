package io.readingroom.journey;

import io.readingroom.document.Refusal;
import java.time.Duration;

/// What happens to a document on its journey.
public sealed interface Step {

    /// Extraction began.
    record Extracting() implements Step {}

    /// The chunks are known and are being read.
    record Reading(Progress progress) implements Step {}

    /// A chunk was read.
    ///
    /// @param progress so far
    /// @param tokens of this chunk
    /// @param took from asking to having the reading
    record ChunkRead(Progress progress, int tokens, Duration took) implements Step {}

    /// The model was not to be had; the document waits.
    record Postponed() implements Step {}

    /// The analysis was kept.
    record Completed() implements Step {}

    /// The document cannot be read.
    record Failed(Refusal refusal) implements Step {}
}
