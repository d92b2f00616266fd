package io.readingroom.register;

import io.readingroom.access.Roles;
import io.readingroom.sequencing.SequencedLog;
import io.readingroom.tlog.NoteKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the log says about itself, and by which keys.
@Path("/v1/audit")
@Tag(name = "Register")
class CheckpointEndpoint {

    private final SequencedLog log;

    CheckpointEndpoint(SequencedLog log) {
        this.log = log;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @RunOnVirtualThread
    @Operation(
            operationId = "getCheckpoint",
            summary = "The newest checkpoint",
            description =
                    "The newest signed checkpoint of the log, a C2SP signed note: the log's name, how many entries"
                            + " it has, the root over them, and the signature; that of a witness is below it, once it has"
                            + " signed. Keep it, and nobody can show you another past.")
    @APIResponse(responseCode = "200", description = "The signed note.")
    @APIResponse(
            responseCode = "503",
            description = "Problem `register-unavailable`: the log is frozen and has signed nothing in this epoch.")
    public String checkpoint() {
        log.catchUp();
        return log.checkpoint().note();
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Path("/keys")
    @Produces(MediaType.TEXT_PLAIN)
    @RunOnVirtualThread
    @Operation(
            operationId = "getRegisterKeys",
            summary = "The public keys of the log",
            description = "A line for each epoch, the newest first, in the form that verifiers of signed notes take."
                    + " Keep them apart from what they verify.")
    @APIResponse(responseCode = "200", description = "The keys.")
    public String keys() {
        return log.keys().stream().map(NoteKey::text).collect(Collectors.joining("\n", "", "\n"));
    }
}
