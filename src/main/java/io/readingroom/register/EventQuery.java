package io.readingroom.register;

import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
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

    /// The query, narrowed to these codes and this outcome.
    ///
    /// @param among any when empty
    /// @param ended any when null
    /// @throws RefusedException with [AuditRefusal#FILTER_INVALID] when it asks for others
    EventQuery within(List<String> among, @Nullable String ended) {
        boolean codesFit = among.isEmpty() || among.containsAll(codes);
        boolean outcomeFits = ended == null || outcome == null || ended.equals(outcome);
        if (!codesFit || !outcomeFits) {
            throw EventFilters.invalid();
        }
        List<String> narrowed = codes.isEmpty() ? among : codes;
        return new EventQuery(
                document, narrowed, from, to, actor, ended == null ? outcome : ended, reason, model, template);
    }
}
