package io.readingroom.audit;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which events are asked for; null means any.
///
/// @param actor a pseudonym
/// @param from the earliest time
/// @param to the time before which
/// @param limit the most events on a page
record EventQuery(
        @Nullable DocumentId document,
        @Nullable String code,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String outcome,
        int limit,
        Cursor after) {}
