package io.readingroom.register;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.audit.AuditRefusal;
import io.readingroom.document.RefusedException;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.SignedNote;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Receipts: what somebody needs to prove to others that an event stands in the register.
@Path("/v1/audit/events/{index}")
@Tag(name = "Register")
class ReceiptEndpoint {

    private final EntryRows rows;
    private final SequencedLog log;
    private final AuditLog audit;
    private final CallerIdentity callers;

    ReceiptEndpoint(EntryRows rows, SequencedLog log, AuditLog audit, CallerIdentity callers) {
        this.rows = rows;
        this.log = log;
        this.audit = audit;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Path("/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @RunOnVirtualThread
    @Operation(
            operationId = "getReceipt",
            summary = "A receipt for an event",
            description =
                    "A C2SP tlog-proof: that the entry of the event is in the log, by a signed checkpoint. It can be"
                            + " verified for good, without this service. Its `extra` line is the entry in Base64, whose last"
                            + " line is the SHA-256 of the event's body.")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @APIResponse(responseCode = "404", description = "Problem `no-such-entry`: the caller's tenant has no such entry.")
    public String proof(
            @Parameter(description = "The event's `index`.", example = "42") @PathParam("index") String index) {
        long place = place(index);
        byte[] entry = rows.entry(callers.current().tenant(), place)
                .orElseThrow(() -> new RefusedException(AuditRefusal.NO_SUCH_ENTRY));
        SignedNote note = log.checkpoint();
        long size = note.asCheckpoint().orElseThrow().size();
        if (place >= size) {
            throw new RefusedException(AuditRefusal.NO_SUCH_ENTRY);
        }
        LogProof proof = new LogProof(entry, place, log.tree(size).inclusion(place), note);
        audit.record(new AuditEvent.ReceiptIssued(place));
        return proof.text();
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Path("/body")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "getEventBody",
            summary = "The body of an event, as it was recorded",
            description =
                    "The very bytes whose digest stands in the entry. Kept with a receipt they prove what was done"
                            + " even when the register lets go of them.")
    @APIResponse(responseCode = "200", description = "The body.")
    @APIResponse(
            responseCode = "404",
            description = "Problem `no-such-entry`: the caller's tenant has no such entry, or its body is gone.")
    public byte[] body(
            @Parameter(description = "The event's `index`.", example = "42") @PathParam("index") String index) {
        long place = place(index);
        byte[] body = rows.body(callers.current().tenant(), place)
                .orElseThrow(() -> new RefusedException(AuditRefusal.NO_SUCH_ENTRY));
        audit.record(new AuditEvent.ReceiptIssued(place));
        return body;
    }

    private static long place(String index) {
        if (!index.matches("\\d{1,18}")) {
            throw new RefusedException(AuditRefusal.NO_SUCH_ENTRY);
        }
        return Long.parseLong(index);
    }
}
