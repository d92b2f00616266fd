package io.readingroom.register;

import io.readingroom.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// The register, to be queried.
@Path("/v1/audit")
@Tag(name = "Register")
class RegisterEndpoint {

    private static final String EXAMPLE = """
            {"events":[{"index":42,"sequence":17,"id":"5d5cd6c4-5f30-4d57-9bbb-4be7a1c8e3b0","code":"document.received",
            "time":"2026-01-31T09:30:00.123456Z","actor":"9f86d081884c7d659a2feaa0c55ad015",
            "document":"8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11","outcome":"succeeded",
            "request":"0f8fad5b-d9cb-469f-a165-70867728950e","detail":{"bytes":18211,"mediaType":"application/pdf"}}],
            "next":"YWZ0ZXIgNDI"}""";

    private final RegisterDesk desk;

    RegisterEndpoint(RegisterDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Path("/events")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "queryRegister",
            summary = "Query the register",
            description = "The events of the caller's tenant that match every filter, in the order of the log. Paging"
                    + " with `next` misses no event and repeats none, however many are written meanwhile. A page is given"
                    + " out after a bounded number of entries was looked at, so it can have fewer events than `limit`, or"
                    + " none, and a `next` all the same; the last page is the one without. Each event of a page is"
                    + " covered by a signed checkpoint, whose size the `Checkpoint` header tells. The query itself"
                    + " becomes an event.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events.",
            headers = {
                @Header(name = "Link", description = "The next page, as `<…>; rel=\"next\"`."),
                @Header(name = "Checkpoint", description = "How many entries the covering checkpoint has.")
            },
            content =
                    @Content(
                            schema = @Schema(implementation = EventPage.class),
                            examples = @ExampleObject(name = "page", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "Problem `filter-invalid` or `cursor-invalid`.")
    public RestResponse<EventPage> events(
            @BeanParam EventFilters filters, @BeanParam PageRequest request, @Context UriInfo address) {
        return answer(desk.page("events", filters.query(desk::pseudonym), request), address);
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Path("/queries")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "listNamedQueries",
            summary = "The named queries",
            description = "The questions that a compliance officer asks, each with what it needs to know.")
    @APIResponse(responseCode = "200", description = "The named queries.")
    public List<NamedQuery.View> queries() {
        return Stream.of(NamedQuery.values()).map(NamedQuery::view).toList();
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Path("/queries/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "askNamedQuery",
            summary = "Ask a named query",
            description =
                    "Answers one of the named queries as a page of events; other filters narrow the answer. Pages are"
                            + " as those of `/v1/audit/events`: one that is not full can have a `next`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events.",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "Problem `filter-invalid`, also when what the query needs is missing, or `cursor-invalid`.")
    @APIResponse(responseCode = "404", description = "Problem `unknown-query`: there is no named query of this name.")
    public RestResponse<EventPage> query(
            @Parameter(description = "The name of the query.", example = "accesses") @PathParam("name") String name,
            @BeanParam EventFilters filters,
            @BeanParam PageRequest request,
            @Context UriInfo address) {
        NamedQuery query = NamedQuery.of(name);
        return answer(desk.page(query.word(), query.query(filters, desk::pseudonym), request), address);
    }

    private static RestResponse<EventPage> answer(RegisterDesk.Answer answer, UriInfo address) {
        EventPage page = answer.page();
        var response = RestResponse.ResponseBuilder.ok(page).header("Checkpoint", answer.checkpoint());
        if (page.next() != null) {
            String next = address.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}
