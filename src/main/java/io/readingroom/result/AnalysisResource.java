package io.readingroom.result;

import io.readingroom.access.Roles;
import io.readingroom.admission.BreakGlass;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.PrivacyRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/// Serves analyses and the texts they point into.
@Path("/v1/documents")
@Tag(name = "Answers", description = "What was found in a document, and the text it points into.")
@RunOnVirtualThread
public class AnalysisResource {

    private static final String ID = "The identity that the upload was answered with.";
    private static final String EMERGENCY =
            "Why a caller that is no reader reads it; it has opened the glass for this reason before.";
    private static final String MARKDOWN = "text/markdown";

    private final Answers answers;

    AnalysisResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("{id}/analysis")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.READER, Roles.BREAK_GLASS})
    @Operation(operationId = "getAnalysis", summary = "The analysis of a document", description = """
                    Summary, sentiment and key facts, each with the places in the text that code found for it, and how \
                    much of the document was read. With `Accept: text/markdown` the same as a page to read, in which \
                    nothing of the document renders as a link, image or HTML.""")
    @APIResponse(
            responseCode = "200",
            description = "The analysis.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AnalysisView.class),
                        example = Examples.ANALYSIS),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "`unknown-document`: there is none of this id for this caller.")
    @APIResponse(
            responseCode = "409",
            description = "`not-ready` while it is being read, with Retry-After; `cancelled`.")
    @APIResponse(responseCode = "410", description = "`erased`: its content is gone for good.")
    public Response analysis(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = EMERGENCY) @RestHeader(BreakGlass.HEADER) @Nullable String emergency) {
        return Response.ok(answers.json(document(id), emergency), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("{id}/analysis")
    @Produces(MARKDOWN)
    @RolesAllowed({Roles.READER, Roles.BREAK_GLASS})
    @Operation(hidden = true)
    public String markdown(@PathParam("id") String id, @RestHeader(BreakGlass.HEADER) @Nullable String emergency) {
        return answers.markdown(document(id), emergency);
    }

    @GET
    @Path("{id}/text")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.READER, Roles.BREAK_GLASS})
    @Operation(operationId = "getText", summary = "The text of a document", description = """
                    All spans of the analysis are half-open offsets in UTF-16 units into `text`. It is there once it was \
                    extracted, before the analysis is.""")
    @APIResponse(
            responseCode = "200",
            description = "The text with its pages.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TextView.class),
                            example = Examples.TEXT))
    @APIResponse(responseCode = "404", description = "`unknown-document`: there is none of this id for this caller.")
    @APIResponse(responseCode = "409", description = "`not-ready` while it is being extracted, with Retry-After.")
    @APIResponse(responseCode = "410", description = "`erased`: its content is gone for good.")
    public Response text(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = EMERGENCY) @RestHeader(BreakGlass.HEADER) @Nullable String emergency) {
        return Response.ok(answers.text(document(id), emergency), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static DocumentId document(String id) {
        return DocumentId.parse(id).orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
    }
}
