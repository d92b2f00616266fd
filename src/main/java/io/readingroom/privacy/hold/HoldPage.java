package io.readingroom.privacy.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Some of the holds in force.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HoldPage", description = "Holds in force, in the order in which they were set.")
record HoldPage(
        @Schema(description = "The holds.") List<HoldView> holds,

        @Schema(description = "To be given back as `after`; absent on the last page.") @Nullable
        String next) {}
