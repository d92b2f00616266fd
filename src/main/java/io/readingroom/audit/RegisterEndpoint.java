package io.readingroom.audit;

import io.readingroom.access.CallerIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// The register, to be queried.
@Path("/v1/audit/events")
@Tag(name = "Register")
class RegisterEndpoint {

    private static final String EXAMPLE = """
            {"events":[{"index":42,"id":"5d5cd6c4-5f30-4d57-9bbb-4be7a1c8e3b0","code":"document.received",
            "time":"2026-01-31T09:30:00.123456Z","actor":"9f86d081884c7d659a2feaa0c55ad015",
            "document":"8b0c2f7e-58f0-4f54-9d0f-6b5f6f0c1a11","outcome":"succeeded",
            "request":"0f8fad5b-d9cb-469f-a165-70867728950e","detail":{"bytes":18211,"mediaType":"application/pdf"}}],
            "next":"NzU0LjQy"}""";

    private final RegisterPages pages;
    private final AuditLog audit;
    private final Pseudonyms pseudonyms;
    private final CallerIdentity callers;

    RegisterEndpoint(RegisterPages pages, AuditLog audit, Pseudonyms pseudonyms, CallerIdentity callers) {
        this.pages = pages;
        this.audit = audit;
        this.pseudonyms = pseudonyms;
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Transactional
    @Operation(
            operationId = "queryRegister",
            summary = "Query the register",
            description = "The events of the caller's tenant that match every filter, the oldest transaction first."
                    + " Paging with `next` misses no event and repeats none, however many are written meanwhile; a page"
                    + " can be shorter than its limit and still have a next one. Such a page says `heldBack`: an older"
                    + " transaction, be it of another application on the same database server, is still open, and"
                    + " what it may yet record comes first. Ask again with `next` after a while, or at once with a"
                    + " larger `limit`: a page that has room for all events tells them. The query itself becomes an"
                    + " event.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events.",
            headers = @Header(name = "Link", description = "The next page, as `<…>; rel=\"next\"`."),
            content =
                    @Content(
                            schema = @Schema(implementation = EventPage.class),
                            examples = @ExampleObject(name = "page", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "Problem `filter-invalid` or `cursor-invalid`.")
    public RestResponse<EventPage> events(@BeanParam EventFilters filters, @Context UriInfo address) {
        EventQuery query = filters.query(pseudonyms);
        EventPage page = pages.page(callers.current().tenant(), query);
        // Before the bytes leave: if it cannot be recorded, nothing is told.
        audit.record(
                new AuditEvent.RegisterQueried(query.document(), page.events().size()));
        var answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            String next = address.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
