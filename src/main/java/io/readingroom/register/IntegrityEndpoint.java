package io.readingroom.register;

import io.readingroom.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The integrity report.
@Path("/v1/audit/integrity")
@Tag(name = "Register")
class IntegrityEndpoint {

    private final Inspector inspector;

    IntegrityEndpoint(Inspector inspector) {
        this.inspector = inspector;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "getIntegrityReport",
            summary = "Is a period of the register whole?",
            description =
                    "Hashes the entries of the period again and holds them against the tree, the bodies against the"
                            + " entries, the columns against the bodies, and the tree against the checkpoints that were signed."
                            + " The service says this about itself; who does not want to trust it verifies a bundle.")
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(schema = @Schema(implementation = Integrity.class)))
    @APIResponse(responseCode = "400", description = "Problem `filter-invalid`.")
    public Integrity report(
            @Parameter(description = "Begin of the period.", example = "2026-01-01T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The time before which it ends.", example = "2026-02-01T00:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    String to) {
        return inspector.inspect(EventFilters.timeOrNone(from), EventFilters.timeOrNone(to));
    }
}
