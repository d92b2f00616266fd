package io.readingroom.access;

import io.readingroom.telemetry.LogIds;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Gives each request an identity: the caller's `X-Request-Id` when that is a UUID, else a fresh one. Other words are
/// not taken over, because they could say something about a document and the identity stands in the register.
@Singleton
final class RequestIdFilter implements RequestId {

    private static final String HEADER = "X-Request-Id";

    private final CurrentRequest request;

    RequestIdFilter(CurrentRequest request) {
        this.request = request;
    }

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext incoming) {
        String id = identity(incoming.getHeaderString(HEADER));
        request.begin(id);
        LogIds.request(id);
    }

    @ServerResponseFilter
    void tell(ContainerResponseContext outgoing) {
        request.id().ifPresent(id -> outgoing.getHeaders().putSingle(HEADER, id));
    }

    @Override
    public Optional<String> current() {
        return CurrentRequest.identity();
    }

    private static String identity(@Nullable String given) {
        if (given != null && given.length() == 36) {
            try {
                return UUID.fromString(given).toString();
            } catch (IllegalArgumentException words) {
                return UUID.randomUUID().toString();
            }
        }
        return UUID.randomUUID().toString();
    }
}
