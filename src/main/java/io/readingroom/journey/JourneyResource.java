package io.readingroom.journey;

import io.readingroom.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Tells where documents stand, and cancels their reading.
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Where documents stand.")
@RunOnVirtualThread
public class JourneyResource {

    static final String ID = "The identity that the upload was answered with.";
    static final String UNKNOWN = "`unknown-document`: there is none of this id for this caller.";

    static final String EXAMPLE = """
            {"id":"7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11","state":"reading",
             "progress":{"chunks":{"read":3,"total":10},"secondsLeft":41},
             "receivedAt":"2026-01-15T09:30:00Z","mediaType":"application/pdf","profile":"general","sourceId":"case-17"}""";

    private final JourneyDesk desk;

    JourneyResource(JourneyDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Roles.UPLOADER, Roles.READER, Roles.PRIVACY_OFFICER, Roles.ADMIN})
    @Operation(operationId = "listDocuments", summary = "Documents, latest first", description = """
                    The documents of the caller's tenant, in pages. A page that is not the last has a `next`, to be given \
                    back as `cursor`, and the same as a `Link` header with `rel="next"`.""")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            headers = @Header(name = "Link", description = "The next page, absent on the last."),
            content = @Content(schema = @Schema(implementation = JourneyPage.class)))
    @APIResponse(responseCode = "400", description = "`filter-invalid` or `cursor-invalid`.")
    public Response list(
            @Parameter(
                            description = "Only documents in this state.",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "received",
                                                "extracting",
                                                "reading",
                                                "completed",
                                                "failed",
                                                "cancelled",
                                                "erased"
                                            }))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Only documents with this reference of the submitter's own.")
                    @QueryParam("sourceId")
                    @Nullable
                    String sourceId,
            @Parameter(description = "How many on a page, 1 to 200.") @DefaultValue("50") @QueryParam("limit")
                    int limit,
            @Parameter(description = "The `next` of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        JourneyPage page = desk.list(Search.of(state, sourceId, limit, cursor));
        Response.ResponseBuilder response = Response.ok(page);
        if (page.next() != null) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            response.link(next, "next");
        }
        return response.build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.UPLOADER, Roles.READER, Roles.PRIVACY_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "getDocument",
            summary = "Where a document stands",
            description = "Its state, how many chunks are read and an estimate of the time left. It answers for erased "
                    + "documents, too.")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands.",
            content = @Content(schema = @Schema(implementation = JourneyView.class), example = EXAMPLE))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public JourneyView get(@Parameter(description = ID) @PathParam("id") String id) {
        return desk.view(JourneyDesk.document(id));
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({Roles.UPLOADER, Roles.ADMIN})
    @Operation(operationId = "cancelDocument", summary = "Stop reading a document", description = """
                    The model's work on it stops at once, on another replica within a second. Its text stays, its analysis \
                    never comes. Cancelling twice is the same as once.""")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled.",
            content = @Content(schema = @Schema(implementation = JourneyView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`already-ended`: it is completed or failed.")
    @APIResponse(responseCode = "410", description = "`erased`: its content is gone for good.")
    public JourneyView cancel(@Parameter(description = ID) @PathParam("id") String id) {
        return desk.cancel(JourneyDesk.document(id));
    }
}
