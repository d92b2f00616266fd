package io.readingroom.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.readingroom.document.Refusal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A failure as a caller sees it (RFC 9457). It never holds content of a document.
///
/// @param instance what to quote to the operator, as a URN; null when the caller alone can help
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "A failure (RFC 9457).")
record Problem(
        @Schema(description = "What kind of failure it is.", examples = "urn:reading-room:problem:too-large")
        String type,

        @Schema(description = "The kind in words.", examples = "Too large")
        String title,

        @Schema(description = "The HTTP status.", examples = "413")
        int status,

        @Schema(
                description = "What failed and what to do about it.",
                examples = "The document is larger than this service accepts; split it.")
        String detail,

        @Schema(
                description = "The incident, for the operator to find in the log.",
                examples = "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e")
        @Nullable
        String instance) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:reading-room:problem:";

    static Problem of(Refusal refusal) {
        return of(refusal, null);
    }

    static Problem of(Refusal refusal, @Nullable String incident) {
        String code = refusal.code();
        String title = code.substring(0, 1).toUpperCase(Locale.ROOT)
                + code.substring(1).replace('-', ' ');
        return new Problem(
                TYPES + code,
                title,
                refusal.status(),
                refusal.sentence(),
                incident == null ? null : "urn:uuid:" + incident);
    }
}
