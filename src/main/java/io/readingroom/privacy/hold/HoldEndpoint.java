package io.readingroom.privacy.hold;

import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Sets, lists and releases holds.
@Path("/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds", description = "What may not be erased.")
@RunOnVirtualThread
class HoldEndpoint {

    private static final int LARGEST_PAGE = 500;

    private final HoldDesk desk;
    private final AuditLog audit;

    HoldEndpoint(HoldDesk desk, AuditLog audit) {
        this.desk = desk;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Roles.PRIVACY_OFFICER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setHold",
            summary = "Set a legal hold",
            description = "On a document, or on all documents about a subject or a matter, those that are still to"
                    + " come among them. Once it is answered, no erasure of what it keeps is under way or will begin."
                    + " What is erased already stays so.")
    @APIResponse(
            responseCode = "201",
            description = "The hold is set.",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "400", description = "Problem `hold-invalid` or `reference-invalid`.")
    @APIResponse(responseCode = "404", description = "Problem `unknown-document`.")
    @APIResponse(responseCode = "410", description = "Problem `erased`.")
    public RestResponse<HoldView> set(@Nullable HoldRequest request) {
        if (request == null) {
            throw new RefusedException(HoldRefusal.INVALID);
        }
        HoldRow set = desk.set(desk.target(request), request.reason());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, HoldView.of(set))
                .build();
    }

    @GET
    @RolesAllowed({Roles.PRIVACY_OFFICER, Roles.AUDITOR})
    @Operation(operationId = "listHolds", summary = "Holds in force", description = "Those of the caller's tenant.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = HoldPage.class)))
    @APIResponse(responseCode = "404", description = "Problem `unknown-hold`: `after` names none.")
    public HoldPage list(
            @Parameter(description = "How many on a page, 1 to 500.") @DefaultValue("100") @QueryParam("limit")
                    int limit,
            @Parameter(description = "The `next` of the page before.") @QueryParam("after") @Nullable String after) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<HoldView> found = desk.inForce(after == null ? null : hold(after), size + 1).stream()
                .map(HoldView::of)
                .toList();
        List<HoldView> page = found.subList(0, Math.min(size, found.size()));
        return new HoldPage(page, found.size() > size ? page.getLast().id() : null);
    }

    @POST
    @RolesAllowed(Roles.PRIVACY_OFFICER)
    @Path("{id}/release")
    @Operation(
            operationId = "releaseHold",
            summary = "Release a hold",
            description = "By another person than the one who set it. Releasing again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The hold is released.",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(responseCode = "403", description = "Problem `second-person-needed`.")
    @APIResponse(responseCode = "404", description = "Problem `unknown-hold`.")
    public HoldView release(@Parameter(description = "The hold's identity.") @PathParam("id") String id) {
        UUID hold = hold(id);
        try {
            return HoldView.of(desk.release(hold));
        } catch (RefusedException refused) {
            audit.record(new AuditEvent.HoldRefused(
                    hold.toString(), refused.refusal().code()));
            throw refused;
        }
    }

    private static UUID hold(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(HoldRefusal.UNKNOWN);
        }
    }
}
