package io.readingroom.privacy.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A hold as callers see it.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Hold", description = "A legal hold. What it keeps is not erased.")
record HoldView(
        @Schema(description = "The hold's identity.", examples = "2f0c5b9e-0f0d-4d7c-8a55-7a1f8c1d2e3f")
        String id,

        @Schema(description = "Why it was set.", examples = "litigation")
        String reason,

        @Schema(description = "What it keeps: `document`, `subject` or `matter`.", examples = "document")
        String kind,

        @Schema(description = "The document that it keeps.", examples = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
        @Nullable
        String document,

        @Schema(
                description = "What stands for the subject or matter: a keyed digest, the same for the same reference.",
                examples = "9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015")
        @Nullable
        String reference,

        @Schema(description = "Who set it: a pseudonym.", examples = "9f86d081884c7d659a2feaa0c55ad015")
        String setBy,

        @Schema(description = "When it was set.", examples = "2026-01-31T09:30:00.123456Z")
        Instant setAt,

        @Schema(description = "Who released it: a pseudonym.", examples = "0f86d081884c7d659a2feaa0c55ad016") @Nullable
        String releasedBy,

        @Schema(description = "When it was released.", examples = "2026-02-28T09:30:00.123456Z") @Nullable
        Instant releasedAt) {

    static HoldView of(HoldRow row) {
        return new HoldView(
                String.valueOf(row.id),
                String.valueOf(row.reason),
                String.valueOf(row.kind),
                row.document == null ? null : row.document.toString(),
                row.reference == null ? null : HexFormat.of().formatHex(row.reference),
                String.valueOf(row.setBy),
                Objects.requireNonNull(row.setAt),
                row.releasedBy,
                row.releasedAt);
    }
}
