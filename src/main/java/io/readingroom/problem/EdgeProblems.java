package io.readingroom.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Problem details for what fails before it reaches the endpoints. The framework itself closes the connection
/// of a request that is too large without a word, so a length that is announced is looked at here first; one that is
/// not announced is [RequestLimit]'s.
@Singleton
final class EdgeProblems {

    private final ObjectMapper mapper;
    private final long largest;

    EdgeProblems(ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.mapper = mapper;
        this.largest = largest.asLongValue();
    }

    void install(@Observes Router router) {
        for (int status : new int[] {400, 404, 405, 415}) {
            router.errorHandler(status, context -> answer(context, EdgeRefusal.ofStatus(status)));
        }
        router.route().order(Integer.MIN_VALUE + 1).handler(this::requireSize);
    }

    private void requireSize(RoutingContext context) {
        if (length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= largest) {
            context.next();
            return;
        }
        LingeringClose.afterAnswer(context);
        answer(context, EdgeRefusal.REQUEST_TOO_LARGE);
    }

    private static long length(@Nullable String announced) {
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }

    private void answer(RoutingContext context, EdgeRefusal refusal) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        try {
            context.response()
                    .setStatusCode(refusal.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(mapper.writeValueAsString(Problem.of(refusal)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem can always be written", impossible);
        }
    }
}
