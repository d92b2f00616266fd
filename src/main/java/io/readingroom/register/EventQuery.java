package io.readingroom.register;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which events are asked for; null means any.
///
/// @param codes of one of these kinds; any when empty
/// @param actor a pseudonym
/// @param model the name or the digest of a model
/// @param template the digest of a prompt template
/// @param from the earliest time
/// @param to the time before which
record EventQuery(
        @Nullable DocumentId document,
        List<String> codes,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String model,
        @Nullable String template) {

    EventQuery {
        codes = List.copyOf(codes);
    }

    /// All events of a document.
    static EventQuery of(DocumentId document) {
        return new EventQuery(document, List.of(), null, null, null, null, null, null, null);
    }
}
