package io.readingroom.privacy;

import io.readingroom.access.Roles;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Erasure on request.
@Path("/v1/documents")
@Tag(name = "Documents")
class ErasureEndpoint {

    private final Erasure erasure;

    ErasureEndpoint(Erasure erasure) {
        this.erasure = erasure;
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PRIVACY_OFFICER)
    @Operation(
            operationId = "eraseDocument",
            summary = "Erase a document for good",
            description = "Destroys the document's key: its bytes, text and analysis can be opened by nobody from then"
                    + " on, and answer 410. The register keeps the document's identity and what was done."
                    + " Erasing again answers 204 too, so a request whose answer was lost can be repeated.")
    @APIResponse(responseCode = "204", description = "The document is erased.")
    @APIResponse(responseCode = "404", description = "Problem `unknown-document`: there is no such document.")
    public void erase(
            @Parameter(description = "The document's identity.", example = "8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11")
                    @PathParam("id")
                    String id) {
        erasure.erase(DocumentId.parse(id).orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN)));
    }
}
