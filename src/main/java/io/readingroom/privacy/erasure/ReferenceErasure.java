package io.readingroom.privacy.erasure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whose documents are to be erased, and what came of it.
final class ReferenceErasure {

    private ReferenceErasure() {}

    /// Whose documents.
    @RegisterForReflection
    @Schema(name = "ErasureRequest", description = "One of `subject` and `matter`.")
    record Request(
            @Schema(description = "The reference to a person that came with the documents.", examples = "client-4711")
            @Nullable
            String subject,

            @Schema(description = "The reference to a case that came with the documents.", examples = "matter-17")
            @Nullable
            String matter) {

        /// References are not shown.
        @Override
        public String toString() {
            return "Request";
        }
    }

    /// What came of it.
    @RegisterForReflection
    @Schema(
            name = "ErasureOutcome",
            description = "What was erased, and what a hold kept. Each erased document has a receipt of its own.")
    record Outcome(
            @Schema(description = "`subject` or `matter`.", examples = "subject")
            String kind,

            @Schema(description = "How many documents were erased.", examples = "1")
            int erasedCount,

            @Schema(description = "Which those are.") List<String> erased,

            @Schema(description = "How many documents a legal hold keeps; they were left.", examples = "0")
            int heldCount,

            @Schema(description = "Which those are.") List<String> held) {}
}
