package io.readingroom.register;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.readingroom.access.DatabaseRole;
import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.sequencing.SequencedLog.Standing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where the log stands, and how it goes on after it was frozen.
@Path("/v1/audit/log")
@Tag(name = "Register")
@Produces(MediaType.APPLICATION_JSON)
class EpochEndpoint {

    private final SequencedLog log;
    private final AuditLog audit;

    EpochEndpoint(SequencedLog log, AuditLog audit) {
        this.log = log;
        this.audit = audit;
    }

    /// Where the log stands, as it is told.
    @RegisterForReflection
    @Schema(name = "RegisterStanding", description = "Where the log of the register stands.")
    record View(
            @Schema(description = "How often it was begun anew, from 1.", examples = "1")
            int epoch,

            @Schema(description = "How many entries it has.", examples = "18211")
            long size,

            @Schema(description = "How many events wait for their places, at most.", examples = "0")
            long pending,

            @Schema(
                    description = "Why nothing is appended any more: `database-went-back`, `history-changed` or"
                            + " `another-log-anchored`; null when the log is not frozen.",
                    examples = "database-went-back")
            @Nullable
            String frozen) {

        static View of(Standing standing) {
            return new View(standing.epoch(), standing.size(), standing.pending(), standing.frozen());
        }
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @RunOnVirtualThread
    @Operation(
            operationId = "getRegisterStanding",
            summary = "Where the log stands",
            description = "The log's epoch and size, what waits for its place, and whether it is frozen.")
    @APIResponse(responseCode = "200", description = "Where it stands.")
    public View standing() {
        return View.of(log.standing());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Path("/epochs")
    @RunOnVirtualThread
    @Operation(
            operationId = "openEpoch",
            summary = "Go on after the log was frozen",
            description = "Opens another epoch: the log goes on from the entries that the database holds, under another"
                    + " name. What was anchored before and is gone stays provable by the anchored checkpoints. Find out"
                    + " first why the log was frozen.")
    @APIResponse(responseCode = "200", description = "Where it stands now.")
    @APIResponse(responseCode = "409", description = "Problem `register-not-frozen`: there is nothing to mend.")
    public View open() {
        return DatabaseRole.SEQUENCER.call(() -> {
            Standing before = log.openEpoch();
            audit.record(
                    new AuditEvent.EpochOpened(before.epoch() + 1, before.size(), String.valueOf(before.frozen())));
            return View.of(log.standing());
        });
    }
}
