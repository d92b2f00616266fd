package io.readingroom.intake;

import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Where documents are handed in.
@Path("/v1/documents")
@Tag(name = "Documents")
class IntakeEndpoint {

    private static final String EXAMPLE = """
            {"id":"8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11","state":"received",
            "receivedAt":"2026-01-31T09:30:00.123456Z","mediaType":"application/pdf","bytes":18211}""";

    private final Intake intake;
    private final DefaultProfile defaultProfile;
    private final AuditLog audit;

    IntakeEndpoint(Intake intake, DefaultProfile defaultProfile, AuditLog audit) {
        this.intake = intake;
        this.defaultProfile = defaultProfile;
        this.audit = audit;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @RolesAllowed(Roles.UPLOADER)
    @Operation(
            operationId = "submitDocument",
            summary = "Hand a document in",
            description = "The document is sealed under a key of its own before it is kept, and read soon after.")
    @APIResponse(
            responseCode = "202",
            description = "The document is taken in; `Location` says where it is.",
            headers = {
                @Header(name = "Location", description = "The address of the document."),
                @Header(
                        name = "Idempotent-Replayed",
                        description = "`true` when it was taken in by an earlier request.")
            },
            content =
                    @Content(
                            schema = @Schema(implementation = Received.class),
                            examples = @ExampleObject(name = "received", value = EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description = "Problem `file-missing`, `empty`, `language-invalid`, `profile-invalid`, `source-id-invalid`,"
                    + " `idempotency-key-invalid`, `retention-unknown` or `reference-invalid`.")
    @APIResponse(responseCode = "413", description = "Problem `too-large`.")
    @APIResponse(responseCode = "415", description = "Problem `type-mismatch` or `unsupported-type`.")
    @APIResponse(
            responseCode = "422",
            description = "Problem `encrypted`, `truncated`, `corrupt`, `profile-unknown` or `idempotency-key-reused`.")
    @APIResponse(responseCode = "503", description = "Problem `backlog-full`, with Retry-After.")
    public RestResponse<Received> submit(
            @BeanParam UploadForm form,
            @Parameter(
                            description = "Makes it safe to send the request again: the same key with the same document"
                                    + " and parameters leads to the same document, with others it is refused.",
                            example = "6f1c2a5e-5d0c-4d59-8b0c-0f8fad5bd9cb")
                    @RestHeader("Idempotency-Key")
                    @Nullable
                    String requestKey)
            throws IOException {
        try {
            Intake.Receipt receipt = intake.receive(form.upload(requestKey, defaultProfile.name()));
            return answer(receipt);
        } catch (RefusedException refused) {
            audit.record(new AuditEvent.UploadRefused(refused.refusal().code()));
            throw refused;
        }
    }

    private static RestResponse<Received> answer(Intake.Receipt receipt) {
        Received body = Received.of(receipt.submission());
        var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, body)
                .location(URI.create("/v1/documents/" + body.id()));
        if (receipt.repeated()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.build();
    }
}
