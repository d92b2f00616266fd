package io.readingroom.register;

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

        @Schema(
                description = "The cursor of the next page; absent on the last, whatever a page holds.",
                examples = "YWZ0ZXIgNDI")
        @Nullable
        String next) {

    static EventPage of(EventRows.Page page) {
        return new EventPage(
                page.events(), page.next() == null ? null : page.next().text());
    }
}
