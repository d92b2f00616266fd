package io.readingroom.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the register.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEvents", description = "A page of the register, the oldest event first.")
record EventPage(
        List<RecordedEvent> events,

        @Schema(description = "The cursor of the next page; absent on the last.", examples = "NzU0LjQy") @Nullable
        String next,

        @Schema(
                description = "`true` when events are recorded that this page could have told, but for an older"
                        + " transaction that is still open in the database server; absent otherwise.")
        @Nullable
        Boolean heldBack) {}
