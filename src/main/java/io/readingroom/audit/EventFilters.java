package io.readingroom.audit;

import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of a query as they were sent.
class EventFilters {

    private static final int LARGEST_PAGE = 1000;
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

    @QueryParam("limit")
    @DefaultValue("100")
    @Parameter(description = "The most events on a page, 1 to 1000.", example = "100")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before.", example = "NzU0LjQy")
    @Nullable
    String cursor;

    EventQuery query(Pseudonyms pseudonyms) {
        return new EventQuery(
                read(document, value -> DocumentId.parse(value).orElseThrow(EventFilters::invalid)),
                code,
                read(from, EventFilters::time),
                read(to, EventFilters::time),
                read(actor, name -> PSEUDONYM.matcher(name).matches() ? name : pseudonyms.of(name)),
                read(outcome, EventFilters::outcome),
                size(limit),
                cursor == null ? Cursor.START : Cursor.parse(cursor));
    }

    private static <T> @Nullable T read(@Nullable String value, Function<String, T> reader) {
        return value == null ? null : reader.apply(value);
    }

    private static Instant time(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException malformed) {
            throw invalid();
        }
    }

    private static String outcome(String value) {
        for (EventWords.Outcome known : EventWords.Outcome.values()) {
            if (known.word().equals(value)) {
                return value;
            }
        }
        throw invalid();
    }

    private static int size(@Nullable String value) {
        try {
            int size = Integer.parseInt(String.valueOf(value));
            if (size >= 1 && size <= LARGEST_PAGE) {
                return size;
            }
        } catch (NumberFormatException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static RefusedException invalid() {
        return new RefusedException(AuditRefusal.FILTER_INVALID);
    }
}
