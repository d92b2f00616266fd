package io.readingroom.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of documents.
///
/// @param documents latest first
/// @param next the cursor of the page after this one, null on the last
@RegisterForReflection
@Schema(name = "Documents", description = "A page of documents, latest first.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyPage(
        List<JourneyView> documents,

        @Schema(description = "The cursor of the page after this one; absent on the last.") @Nullable
        String next) {}
