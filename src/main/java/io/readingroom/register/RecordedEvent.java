package io.readingroom.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event as the register shows it.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEvent", description = "Something that was done.")
record RecordedEvent(
        @Schema(description = "Its place in the log, from 0, over all tenants.", examples = "42")
        long index,

        @Schema(description = "Its number among the tenant's events, from 0, without gaps.", examples = "17")
        long sequence,

        @Schema(description = "Unique identity.", examples = "5d5cd6c4-5f30-4d57-9bbb-4be7a1c8e3b0")
        String id,

        @Schema(description = "What was done, a stable word.", examples = "document.received")
        String code,

        @Schema(description = "When, in UTC, to the microsecond.", examples = "2026-01-31T09:30:00.123456Z")
        Instant time,

        @Schema(description = "By whom: a pseudonym.", examples = "9f86d081884c7d659a2feaa0c55ad015")
        String actor,

        @Schema(description = "To which document.", examples = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11") @Nullable
        String document,

        @Schema(description = "How it ended: `succeeded`, `refused` or `failed`.", examples = "succeeded")
        String outcome,

        @Schema(description = "Why it did not end well, a stable word.", examples = "too-large") @Nullable
        String reason,

        @Schema(description = "The `X-Request-Id` of the request.", examples = "0f8fad5b-d9cb-469f-a165-70867728950e")
        @Nullable
        String request,

        @Schema(
                description = "Counts, digests and stable words by name.",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT,
                examples = "{\"bytes\":18211,\"mediaType\":\"application/pdf\"}")
        @JsonRawValue
        String detail) {}
