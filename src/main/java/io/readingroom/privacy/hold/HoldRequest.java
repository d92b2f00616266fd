package io.readingroom.privacy.hold;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is to be held, and why.
@RegisterForReflection
@Schema(name = "HoldRequest", description = "A reason, and one of `document`, `subject` and `matter`.")
record HoldRequest(
        @Schema(description = "One of the reasons that the operator configured.", examples = "litigation") @Nullable
        String reason,

        @Schema(description = "A document.", examples = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11") @Nullable
        String document,

        @Schema(description = "The reference to a person that came with the documents.", examples = "client-4711")
        @Nullable
        String subject,

        @Schema(description = "The reference to a case that came with the documents.", examples = "matter-17") @Nullable
        String matter) {

    /// References are not shown.
    @Override
    public String toString() {
        return "HoldRequest[" + reason + "]";
    }
}
