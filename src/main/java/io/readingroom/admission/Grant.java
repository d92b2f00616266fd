package io.readingroom.admission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A broken glass, as the one who broke it is told.
@RegisterForReflection
@Schema(name = "BrokenGlass", description = "Until when its opener may read content, and why.")
record Grant(
        @Schema(description = "Its identity.", examples = "0f8fad5b-d9cb-469f-a165-70867728950e")
        UUID id,

        @Schema(description = "The reason that was given, to be given with each request.", examples = "court-order")
        String reason,

        @Schema(description = "When it was opened.", examples = "2026-01-31T09:30:00Z")
        Instant openedAt,

        @Schema(description = "When it closes by itself.", examples = "2026-01-31T10:30:00Z")
        Instant expiresAt) {}
