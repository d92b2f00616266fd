package io.readingroom.analysis;

import io.readingroom.document.ContentDigest;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Usage;
import java.time.Instant;

/// Where the answer comes from.
///
/// @param origin engine, model and questions
/// @param textDigest digest of the UTF-8 bytes of the extracted text
/// @param usage what it cost
/// @param startedAt when reading began
/// @param finishedAt when the answer was complete
/// @param serviceVersion version of this service
public record Provenance(
        Origin origin,
        ContentDigest textDigest,
        Usage usage,
        Instant startedAt,
        Instant finishedAt,
        String serviceVersion) {}
