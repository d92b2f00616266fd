package io.readingroom.statement;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was checked, when, and with what result, in one replica.
///
/// @param holds whether no check failed
/// @param refusedConnections how many connections this replica refused since its start
@RegisterForReflection
@JsonPropertyOrder({"service", "version", "startedAt", "checkedAt", "holds", "findings", "refusedConnections"})
@Schema(name = "PrivacyStatement", description = "What keeps documents in the house, as one replica found it.")
record Statement(
        @Schema(description = "The service.", examples = "reading-room")
        String service,

        @Schema(description = "Its version.", examples = "1.0.0")
        String version,

        @Schema(description = "When this replica started.", examples = "2026-03-02T09:00:00Z")
        Instant startedAt,

        @Schema(description = "When the checks were made.", examples = "2026-03-02T09:30:00Z")
        Instant checkedAt,

        @Schema(description = "Whether no check failed.", examples = "true")
        boolean holds,

        @Schema(description = "What the checks found.") List<Finding> findings,

        @Schema(
                description = "How many connections the egress lock of this replica refused since its start.",
                examples = "0")
        long refusedConnections) {}
