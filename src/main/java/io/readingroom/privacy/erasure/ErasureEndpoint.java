package io.readingroom.privacy.erasure;

import io.readingroom.access.Roles;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.PrivacyRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Erasure of one document, its receipt, and how long it is kept.
@Path("/v1/documents")
@Tag(name = "Documents")
@RunOnVirtualThread
class ErasureEndpoint {

    private static final String ID = "The document's identity.";
    private static final String EXAMPLE = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11";
    private static final String UNKNOWN = "Problem `unknown-document`: there is no such document.";

    private final ErasureDesk desk;

    ErasureEndpoint(ErasureDesk desk) {
        this.desk = desk;
    }

    @DELETE
    @RolesAllowed(Roles.PRIVACY_OFFICER)
    @Path("{id}")
    @Operation(
            operationId = "eraseDocument",
            summary = "Erase a document for good",
            description = "Destroys the document's key: its bytes, text and analysis can be opened by nobody from then"
                    + " on, and answer 410. The register keeps the document's identity and what was done."
                    + " Erasing again answers 204 too, so a request whose answer was lost can be repeated. What was"
                    + " done, and when it has reached the backups, is told by the document's `erasure`.")
    @APIResponse(responseCode = "204", description = "The document is erased.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "Problem `legal-hold`: a hold keeps it.")
    public void erase(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") String id) {
        desk.erase(document(id));
    }

    @GET
    @RolesAllowed({Roles.PRIVACY_OFFICER, Roles.AUDITOR})
    @Path("{id}/erasure")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getErasureReceipt",
            summary = "The receipt of an erasure",
            description = "When and why the document was erased, what was deleted, and until when backups may hold it"
                    + " sealed; signed.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt.",
            content = @Content(schema = @Schema(implementation = SignedReceipt.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "Problem `not-erased`.")
    public SignedReceipt receipt(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") String id) {
        return desk.receipt(document(id));
    }

    @GET
    @RolesAllowed({Roles.PRIVACY_OFFICER, Roles.AUDITOR})
    @Path("{id}/retention")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getRetention",
            summary = "How long a document is kept",
            description = "Its retention class, when it is due, and whether a legal hold keeps it.")
    @APIResponse(
            responseCode = "200",
            description = "How long.",
            content = @Content(schema = @Schema(implementation = KeepingView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "410", description = "Problem `erased`.")
    public KeepingView retention(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") String id) {
        return desk.keeping(document(id));
    }

    private static DocumentId document(String id) {
        return DocumentId.parse(id).orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
    }
}
