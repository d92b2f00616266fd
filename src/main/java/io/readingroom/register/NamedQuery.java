package io.readingroom.register;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.readingroom.audit.AuditRefusal;
import io.readingroom.audit.Outcome;
import io.readingroom.document.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A question that a compliance officer asks, with the filters that answer it.
enum NamedQuery {
    ACCESSES(
            "Who was given the analysis or the text of a document.",
            "document",
            null,
            "analysis.accessed",
            "text.accessed"),
    LIFE("The life of a document, from its upload to its erasure.", "document", null),
    ACTOR("All that an actor did.", "actor", null),
    REFUSALS("All that was refused.", null, Outcome.REFUSED),
    FAILURES("All that failed.", null, Outcome.FAILED),
    ERASURES("All erasures, with the destruction of the document's key.", null, null, "document.erased"),
    HOLDS("Legal holds: set, released, and refused to be.", null, null, "hold.set", "hold.released", "hold.refused"),
    EMERGENCIES(
            "Who broke the glass, and what was read by it.", null, null, "glass.opened", "glass.used", "glass.closed"),
    KEYS("Keys that were wrapped anew.", null, null, "keys.rewrapped"),
    MODEL("Everything that a model processed, by its name or digest.", "model", null),
    TEMPLATE("Everything that a prompt template processed, by its digest.", "template", null),
    READERS("Who read the register.", null, null, "register.queried", "register.exported", "receipt.issued"),
    STARTS("The starts of the service, with the digest of its configuration.", null, null, "service.started");

    private final String question;
    private final @Nullable String needs;
    private final @Nullable Outcome outcome;
    private final String codes;

    NamedQuery(String question, @Nullable String needs, @Nullable Outcome outcome, String... codes) {
        this.question = question;
        this.needs = needs;
        this.outcome = outcome;
        this.codes = String.join(" ", codes);
    }

    /// A named query as it is told.
    @RegisterForReflection
    @Schema(name = "NamedQuery", description = "A question that can be asked of the register.")
    record View(
            @Schema(description = "Its name, the last part of its path.", examples = "accesses")
            String name,

            @Schema(description = "What it answers.", examples = "Who was given the text of a document.")
            String question,

            @Schema(description = "The filters that it needs.", examples = "[\"document\"]")
            List<String> needs) {}

    /// @throws RefusedException with [AuditRefusal#UNKNOWN_QUERY] when there is none of this name
    static NamedQuery of(String name) {
        for (NamedQuery query : values()) {
            if (query.word().equals(name)) {
                return query;
            }
        }
        throw new RefusedException(AuditRefusal.UNKNOWN_QUERY);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    View view() {
        return new View(word(), question, needs == null ? List.of() : List.of(needs));
    }

    /// The query with these filters.
    ///
    /// @throws RefusedException with [AuditRefusal#FILTER_INVALID] when one that it needs is missing
    EventQuery query(EventFilters filters, UnaryOperator<String> pseudonym) {
        EventQuery asked = filters.query(pseudonym)
                .within(
                        codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1)),
                        outcome == null ? null : outcome.word());
        if (needs != null && !given(asked, needs)) {
            throw EventFilters.invalid();
        }
        return asked;
    }

    private static boolean given(EventQuery asked, String need) {
        return switch (need) {
            case "document" -> asked.document() != null;
            case "actor" -> asked.actor() != null;
            case "model" -> asked.model() != null;
            default -> asked.template() != null;
        };
    }
}
