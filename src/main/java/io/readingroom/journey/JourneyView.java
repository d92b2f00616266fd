package io.readingroom.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a document stands, as a caller sees it.
@RegisterForReflection
@Schema(name = "Document", description = "Where a document stands.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyView(
        @Schema(examples = "7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11")
        String id,

        @Schema(enumeration = {"received", "extracting", "reading", "completed", "failed", "cancelled", "erased"})
        String state,

        ProgressView progress,
        Instant receivedAt,

        @Schema(description = "When it reached its last state.") @Nullable
        Instant finishedAt,

        @Schema(description = "Decided by content and name together.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "The profile it is read by.", examples = "general")
        String profile,

        @Schema(description = "The language asked for; absent when it is the document's own.", examples = "en")
        @Nullable
        String language,

        @Schema(description = "The submitter's own reference; gone once the document is erased.") @Nullable
        String sourceId,

        @Schema(description = "Why it failed.") @Nullable ProblemView problem) {

    static JourneyView of(Journey journey, OptionalLong secondsLeft) {
        Progress progress = journey.progress();
        return new JourneyView(
                journey.document().toString(),
                journey.state().word(),
                new ProgressView(
                        new ChunksView(progress.chunksRead(), progress.chunksTotal()),
                        secondsLeft.isPresent() ? secondsLeft.getAsLong() : null),
                journey.receivedAt(),
                journey.finishedAt(),
                journey.mediaType(),
                journey.profile(),
                journey.language(),
                journey.sourceId(),
                ProblemView.of(journey.problem()));
    }

    /// How far it is.
    ///
    /// @param chunks chunks read and in total; the total is 0 until the text is extracted
    /// @param secondsLeft an estimate from the measured speed, absent when nothing was measured
    @RegisterForReflection
    @Schema(name = "Progress", description = "How far the reading is.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProgressView(
            ChunksView chunks,

            @Schema(
                    description = "An estimate from the measured speed; absent when nothing was measured.",
                    examples = "41")
            @Nullable
            Long secondsLeft) {}

    /// Chunks read and in total.
    @RegisterForReflection
    @Schema(name = "Chunks", description = "The total is 0 until the text is extracted, and grows when a chunk is cut.")
    public record ChunksView(
            @Schema(examples = "3") int read,
            @Schema(examples = "10") int total) {}

    /// Why it failed, in the words of RFC 9457.
    @RegisterForReflection
    @Schema(name = "JourneyProblem", description = "Why it failed, in the words of RFC 9457.")
    public record ProblemView(
            @Schema(examples = "urn:reading-room:problem:encrypted")
            String type,

            @Schema(examples = "422") int status,
            String detail) {

        static @Nullable ProblemView of(@Nullable StoredRefusal refusal) {
            return refusal == null
                    ? null
                    : new ProblemView(
                            "urn:reading-room:problem:" + refusal.code(), refusal.status(), refusal.sentence());
        }
    }
}
