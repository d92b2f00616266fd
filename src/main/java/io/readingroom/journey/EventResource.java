package io.readingroom.journey;

import io.readingroom.access.Roles;
import io.readingroom.document.DocumentId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Streams how far a document is.
@Path("/v1/documents")
@Tag(name = "Documents")
@RunOnVirtualThread
public class EventResource {

    private static final Logger LOG = Logger.getLogger(EventResource.class);
    private static final String PROGRESS = "progress";

    private final JourneyDesk desk;
    private final Bell bell;
    private final JourneyConfig config;

    EventResource(JourneyDesk desk, Bell bell, JourneyConfig config) {
        this.desk = desk;
        this.bell = bell;
        this.config = config;
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.UPLOADER, Roles.READER, Roles.PRIVACY_OFFICER, Roles.ADMIN})
    @Operation(operationId = "followDocument", summary = "Follow a document", description = """
                    Server-sent events. Each `progress` event holds what `GET /v1/documents/{id}` answers; the first comes \
                    at once. The last event is named after the state in which the document ended (`completed`, `failed`, \
                    `cancelled` or `erased`), and the stream closes. Comments keep it open when there is no news.""")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            example = "event: progress\ndata: " + JourneyResource.EXAMPLE))
    @APIResponse(responseCode = "404", description = JourneyResource.UNKNOWN)
    public void events(
            @Parameter(description = JourneyResource.ID) @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse) {
        DocumentId document = JourneyDesk.document(id);
        String tenant = desk.tenant();
        JourneyView view = desk.view(document, tenant);
        // The request ends here and the stream goes on, on a thread that costs nothing while it waits.
        Thread.ofVirtual().name("events-" + document).start(() -> {
            try (sink) {
                follow(document, tenant, view, sink, sse);
            } catch (InterruptedException | RuntimeException ended) {
                LOG.debugf("A stream of events ended: %s", ended.getClass().getName());
            }
        });
    }

    private void follow(DocumentId document, String tenant, JourneyView first, SseEventSink sink, Sse sse)
            throws InterruptedException {
        @Nullable JourneyView last = null;
        JourneyView view = first;
        long quietSince = System.nanoTime();
        while (!sink.isClosed()) {
            if (!view.equals(last)) {
                sink.send(event(view, sse)).toCompletableFuture().join();
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > config.heartbeat().toNanos()) {
                sink.send(sse.newEventBuilder().comment("still here").build())
                        .toCompletableFuture()
                        .join();
                quietSince = System.nanoTime();
            }
            // When the replica stops the stream closes, and the caller opens it again at another one.
            if (JourneyDesk.ended(view) || bell.closing()) {
                return;
            }
            last = view;
            long rings = bell.rings();
            view = desk.view(document, tenant);
            if (view.equals(last)) {
                bell.await(rings, Duration.ofSeconds(1));
                view = desk.view(document, tenant);
            }
        }
    }

    private static OutboundSseEvent event(JourneyView view, Sse sse) {
        return sse.newEventBuilder()
                .name(JourneyDesk.ended(view) ? view.state() : PROGRESS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(JourneyView.class, view)
                .build();
    }
}
