package io.readingroom.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/// Ends the connection of a request that is answered before all of it has arrived. What is on its way is let in for a
/// moment and dropped: met by a closed connection it would be answered with a reset, and the caller would lose the
/// answer (RFC 9112, section 9.6).
final class LingeringClose {

    private static final long MILLISECONDS = 2_000;

    private LingeringClose() {}

    /// To be called before the answer is written.
    static void afterAnswer(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        context.addEndHandler(_ -> linger(context));
    }

    private static void linger(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        request.handler(_ -> {}).endHandler(_ -> request.connection().close()).resume();
        context.vertx().setTimer(MILLISECONDS, _ -> request.connection().close());
    }
}
