package io.readingroom.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to an upload: the document's status at that moment.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Received", description = "A document that was taken in.")
record Received(
        @Schema(description = "The document's identity.", examples = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
        String id,

        @Schema(description = "Always `received`: ask for the document to see how far it is.", examples = "received")
        String state,

        @Schema(description = "When it was received.", examples = "2026-01-31T09:30:00.123456Z")
        Instant receivedAt,

        @Schema(description = "What the document is taken for.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "Its size in bytes.", examples = "18211")
        long bytes,

        @Schema(description = "The submitter's own reference.", examples = "contract-4711") @Nullable
        String sourceId) {

    static Received of(Submission submission) {
        return new Received(
                submission.id().toString(),
                "received",
                submission.receivedAt(),
                submission.mediaType(),
                submission.bytes(),
                submission.sourceId());
    }
}
