package io.readingroom.admission;

import io.readingroom.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Where the glass is broken in an emergency.
@Path("/v1/access/break-glass")
@Tag(name = "Access", description = "Reading in an emergency.")
@RunOnVirtualThread
class BreakGlassEndpoint {

    private final BreakGlass glass;

    BreakGlassEndpoint(BreakGlass glass) {
        this.glass = glass;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BREAK_GLASS)
    @Operation(
            operationId = "openBreakGlass",
            summary = "Open the way to content in an emergency",
            description =
                    "For a while the caller may read analyses and texts of its tenant, giving the same reason with"
                            + " each request. The opening, each use and the end stand in the register, and an alert is raised.")
    @APIResponse(
            responseCode = "201",
            description = "It is open.",
            content = @Content(schema = @Schema(implementation = Grant.class)))
    @APIResponse(responseCode = "400", description = "Problem `reason-unknown`.")
    public RestResponse<Grant> open(
            @Parameter(
                            description = "Why, in one of the words that the operator has configured.",
                            example = "court-order")
                    @RestHeader(BreakGlass.HEADER)
                    @Nullable
                    String reason) {
        return RestResponse.status(RestResponse.Status.CREATED, glass.open(reason));
    }

    @DELETE
    @RolesAllowed(Roles.BREAK_GLASS)
    @Operation(
            operationId = "closeBreakGlass",
            summary = "Close it again",
            description =
                    "Closes whatever the caller has opened, before its time is over; when nothing is open, nothing"
                            + " happens.")
    @APIResponse(responseCode = "204", description = "It is closed.")
    public void close() {
        glass.close();
    }
}
