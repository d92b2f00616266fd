package io.readingroom.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes each request of the API a step, of the caller's trace when it sends one. The framework's own
/// way of doing so tells addresses, paths, queries and browsers, so it is switched off; this one tells
/// the method, the template of the path and the status.
@ApplicationScoped
class RequestTrail {

    /// Before all others, so that what they refuse is on the trail, too.
    private static final int FIRST = 1000;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /// Where the framework notes the template for whoever watches requests.
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final int SERVER_ERROR = 500;

    /// @param telemetry asked for so that it is set up before the first request
    RequestTrail(OpenTelemetry telemetry) {}

    void register(@Observes Filters filters) {
        filters.register(RequestTrail::follow, FIRST);
    }

    @SuppressWarnings("MustBeClosedChecker") // Closed with the request, which outlives this call.
    private static void follow(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.path() != null && request.path().startsWith("/v1/")) {
            String method =
                    METHODS.contains(request.method().name()) ? request.method().name() : "_OTHER";
            Span span = Trail.span(method)
                    .setParent(parent(request.getHeader("traceparent")))
                    .setSpanKind(SpanKind.SERVER)
                    .setAttribute(Fact.METHOD.attribute(), method)
                    .startSpan();
            // The scope is the request's: its context goes with it from thread to thread.
            Scope scope = span.makeCurrent();
            routing.addEndHandler(ended -> end(span, scope, method, routing));
        }
        routing.next();
    }

    private static void end(Span span, Scope scope, String method, RoutingContext routing) {
        @Nullable
        String template =
                ((HttpServerRequestInternal) routing.request()).context().getLocal(TEMPLATE);
        if (template != null) {
            span.updateName(method + " " + template);
            span.setAttribute(Fact.ROUTE.attribute(), template);
        }
        int status = routing.response().getStatusCode();
        span.setAttribute(Fact.STATUS.attribute(), status);
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
        scope.close();
    }

    private static Context parent(@Nullable String traceparent) {
        return Optional.ofNullable(traceparent)
                .flatMap(Traceparent::parse)
                .map(Traceparent::context)
                .orElse(Context.root());
    }
}
