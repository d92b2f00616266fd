package io.readingroom.privacy.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How long a document is kept.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Retention", description = "How long a document is kept.")
record KeepingView(
        @Schema(description = "The document.", examples = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
        String documentId,

        @Schema(
                description = "Its retention class; absent for one that is kept until somebody erases it.",
                examples = "client-file")
        @Nullable
        String retentionClass,

        @Schema(description = "When it is erased by itself.", examples = "2036-01-31T09:30:00.123456Z") @Nullable
        Instant dueAt,

        @Schema(description = "Whether a legal hold keeps it, whatever is due.", examples = "false")
        boolean held) {}
