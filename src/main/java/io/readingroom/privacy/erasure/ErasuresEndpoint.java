package io.readingroom.privacy.erasure;

import io.readingroom.access.Roles;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.retention.RetentionRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Erasure of all documents about a person or a case.
@Path("/v1/erasures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures", description = "Erasure by whom or what documents are about.")
@RunOnVirtualThread
class ErasuresEndpoint {

    private final ErasureDesk desk;

    ErasuresEndpoint(ErasureDesk desk) {
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.PRIVACY_OFFICER)
    @Operation(
            operationId = "eraseByReference",
            summary = "Erase all documents about a subject or a matter",
            description = "Those of the caller's tenant that came with this reference. Each is erased by itself, so a"
                    + " request whose answer was lost can be repeated: it goes on where it was. Documents that a legal"
                    + " hold keeps are told and left.")
    @APIResponse(
            responseCode = "200",
            description = "What was erased and what was left.",
            content = @Content(schema = @Schema(implementation = ReferenceErasure.Outcome.class)))
    @APIResponse(responseCode = "400", description = "Problem `reference-invalid`.")
    public ReferenceErasure.Outcome erase(ReferenceErasure.@Nullable Request request) {
        if (request == null) {
            throw new RefusedException(RetentionRefusal.REFERENCE_INVALID);
        }
        return desk.erase(request.subject(), request.matter());
    }
}
