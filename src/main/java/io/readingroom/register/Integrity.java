package io.readingroom.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was found when a period of the register was held against the log.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IntegrityReport", description = "What was found when a period was held against the log.")
record Integrity(
        @Schema(
                description = "The period's begin; absent for the begin of the register.",
                examples = "2026-01-01T00:00:00Z")
        @Nullable
        Instant from,

        @Schema(description = "The time before which it ends; absent for now.", examples = "2026-02-01T00:00:00Z")
        @Nullable
        Instant to,

        @Schema(description = "The first entry that was looked at; absent when there is none.", examples = "4096")
        @Nullable
        Long firstEntry,

        @Schema(description = "The last entry that was looked at.", examples = "8191") @Nullable
        Long lastEntry,

        @Schema(description = "Entries that were hashed again, those of other tenants included.", examples = "4096")
        long entries,

        @Schema(description = "Bodies that were digested again.", examples = "4096")
        long bodies,

        @Schema(description = "Entries whose bodies are gone because their retention ended.", examples = "0")
        long pruned,

        @Schema(description = "Signed checkpoints whose signature and root were checked.", examples = "12")
        long checkpoints,

        @Schema(description = "The caller's events of the period by code and outcome.")
        Map<String, Long> events,

        @Schema(description = "What is wrong, the first hundred; empty when all is well.")
        List<Finding> findings,

        @Schema(description = "Whether all that was looked at is as it was recorded and signed.", examples = "true")
        boolean holds) {

    /// Something that is wrong.
    @RegisterForReflection
    @Schema(name = "IntegrityFinding", description = "Something that is wrong with an entry or a checkpoint.")
    record Finding(
            @Schema(description = "The place in the log, or the size of the checkpoint.", examples = "4711")
            long entry,

            @Schema(
                    description = "`entry-missing`, `entry-changed`, `entry-malformed`, `body-changed`,"
                            + " `sequence-broken`, `time-goes-back`, `columns-changed`, `checkpoint-unsigned` or"
                            + " `checkpoint-contradicted`.",
                    examples = "body-changed")
            String what) {}
}
