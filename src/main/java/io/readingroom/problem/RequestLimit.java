package io.readingroom.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;
import org.jspecify.annotations.Nullable;

/// Holds a body whose length was not announced to the limit. The framework would do it, too, but with the bare status
/// 413 and a stack trace in the log, so the limit that it noted with the request is taken over here. And tells a body
/// that breaks off from a failure of the service.
final class RequestLimit {

    @ServerRequestFilter
    void watch(ContainerRequestContext request, RoutingContext routing) {
        if (!request.hasEntity()) {
            return;
        }
        @Nullable Long largest = routing.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
        request.setEntityStream(new LimitedStream(
                request.getEntityStream(),
                largest == null ? Long.MAX_VALUE : largest,
                () -> LingeringClose.afterAnswer(routing)));
    }
}
