package io.readingroom.register;

import io.readingroom.audit.AuditRefusal;
import io.readingroom.audit.Outcome;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of a query as they were sent.
class EventFilters {

    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    @QueryParam("document")
    @Parameter(description = "Events of this document.", example = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
    @Nullable
    String document;

    @QueryParam("code")
    @Parameter(description = "Events of this kind.", example = "document.erased")
    @Nullable
    String code;

    @QueryParam("from")
    @Parameter(description = "Events at or after this time.", example = "2026-01-31T09:30:00Z")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Events before this time.", example = "2026-02-01T00:00:00Z")
    @Nullable
    String to;

    @QueryParam("actor")
    @Parameter(description = "Events by this actor: its pseudonym, or its name.", example = "development")
    @Nullable
    String actor;

    @QueryParam("outcome")
    @Parameter(description = "Events that ended so: `succeeded`, `refused` or `failed`.", example = "refused")
    @Nullable
    String outcome;

    @QueryParam("reason")
    @Parameter(description = "Events that were refused or failed for this reason.", example = "too-large")
    @Nullable
    String reason;

    @QueryParam("model")
    @Parameter(description = "Events of this model: its name or its digest.", example = "gemma4:12b")
    @Nullable
    String model;

    @QueryParam("template")
    @Parameter(description = "Events of the prompt template with this digest.", example = "sha256:2c26b46b68ff")
    @Nullable
    String template;

    /// @param pseudonym gives an actor its pseudonym
    EventQuery query(UnaryOperator<String> pseudonym) {
        return new EventQuery(
                read(document, value -> DocumentId.parse(value).orElseThrow(EventFilters::invalid)),
                code == null ? List.of() : List.of(code),
                read(from, EventFilters::time),
                read(to, EventFilters::time),
                read(actor, name -> PSEUDONYM.matcher(name).matches() ? name : pseudonym.apply(name)),
                read(outcome, EventFilters::outcome),
                reason,
                model,
                template);
    }

    private static <T> @Nullable T read(@Nullable String value, Function<String, T> reader) {
        return value == null ? null : reader.apply(value);
    }

    /// @throws RefusedException with [AuditRefusal#FILTER_INVALID] when it is no time
    static @Nullable Instant timeOrNone(@Nullable String value) {
        return read(value, EventFilters::time);
    }

    private static Instant time(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException malformed) {
            throw invalid();
        }
    }

    private static String outcome(String value) {
        for (Outcome known : Outcome.values()) {
            if (known.word().equals(value)) {
                return value;
            }
        }
        throw invalid();
    }

    static RefusedException invalid() {
        return new RefusedException(AuditRefusal.FILTER_INVALID);
    }
}
