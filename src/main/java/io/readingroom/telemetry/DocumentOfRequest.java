package io.readingroom.telemetry;

import io.readingroom.document.DocumentId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Notes which document a request is about, once it is known to be an id and no other word.
@Singleton
final class DocumentOfRequest {

    private static final String PARAMETER = "id";

    @ServerRequestFilter
    void note(ContainerRequestContext request) {
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(PARAMETER))
                .flatMap(DocumentId::parse)
                .ifPresent(LogIds::document);
    }
}
