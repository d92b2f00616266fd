package io.readingroom.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The privacy statement on request.
@Path("/v1/privacy/statement")
@Tag(name = "Privacy", description = "What keeps documents in the house.")
class StatementResource {

    private final StatementDesk desk;

    StatementResource(StatementDesk desk) {
        this.desk = desk;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll // It names no host, no caller and no content, and whoever hands a document in may look before.
    @SecurityRequirements
    @Operation(
            operationId = "getPrivacyStatement",
            summary = "What keeps documents in the house, checked now and signed",
            description = "Has this replica check where it can connect to, what it logs and traces, and where the model"
                    + " runs; the findings are signed with a key that all replicas share. It names no host and no"
                    + " content. A service in production does not start while a check fails; one that fails later"
                    + " makes `holds` false.")
    @APIResponse(responseCode = "200", description = "The statement.")
    public SignedStatement get() {
        return desk.signed();
    }
}
