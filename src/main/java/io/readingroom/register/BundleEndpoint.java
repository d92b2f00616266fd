package io.readingroom.register;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.bundle.BundleWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Gives the register out so that it can be verified without this service.
@Path("/v1/audit/bundle")
@Tag(name = "Register")
class BundleEndpoint {

    private final RegisterDesk desk;
    private final SequencedLog log;
    private final EntryRows rows;
    private final AuditLog audit;
    private final CallerIdentity callers;

    BundleEndpoint(RegisterDesk desk, SequencedLog log, EntryRows rows, AuditLog audit, CallerIdentity callers) {
        this.desk = desk;
        this.log = log;
        this.rows = rows;
        this.audit = audit;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @RunOnVirtualThread
    @Operation(
            operationId = "getBundle",
            summary = "A bundle to verify",
            description =
                    "The register at its newest checkpoint as one ZIP file: checkpoints, tiles, and the entries and"
                            + " bodies of the caller's tenant; of other tenants there are hashes only. The verifier checks it"
                            + " offline. The export itself becomes an event.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "503",
            description = "Problem `register-unavailable`: the log is frozen and has signed nothing in this epoch.")
    public Response bundle() {
        desk.covered();
        StoredBundle bundle = StoredBundle.of(log, rows, callers.current().tenant());
        audit.record(new AuditEvent.RegisterExported("bundle", 0, bundle.size()));
        StreamingOutput zip = out -> BundleWriter.write(bundle, out);
        return Response.ok(zip, "application/zip")
                .header("Checkpoint", bundle.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register.zip\"")
                .build();
    }
}
