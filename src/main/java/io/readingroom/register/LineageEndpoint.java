package io.readingroom.register;

import io.readingroom.access.Roles;
import io.readingroom.audit.AuditRefusal;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The lineage of an answer, as the register knows it.
@Path("/v1/audit/documents/{id}/lineage")
@Tag(name = "Register")
class LineageEndpoint {

    private final RegisterDesk desk;

    LineageEndpoint(RegisterDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Produces("application/json")
    @RunOnVirtualThread
    @Operation(
            operationId = "getLineage",
            summary = "Where an answer comes from",
            description =
                    "The lineage of a document's analysis as W3C PROV-JSON: which steps made it out of what, by which"
                            + " model, and on whose behalf. Every step names its event by its `index`.")
    @APIResponse(
            responseCode = "200",
            description = "The lineage.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "404",
            description =
                    "Problem `no-such-entry`: the register has no event of such a document of the caller's tenant.")
    public Map<String, Object> lineage(
            @Parameter(description = "The document's identity.", example = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
                    @PathParam("id")
                    String id) {
        DocumentId document = DocumentId.parse(id).orElseThrow(() -> new RefusedException(AuditRefusal.NO_SUCH_ENTRY));
        Lineage lineage = new Lineage(document);
        desk.each("lineage", EventQuery.of(document), lineage::add);
        if (lineage.isEmpty()) {
            throw new RefusedException(AuditRefusal.NO_SUCH_ENTRY);
        }
        return lineage.prov();
    }
}
