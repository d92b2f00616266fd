package io.readingroom.problem;

import io.readingroom.document.RefusedException;
import io.readingroom.inference.InferenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns failures into problem details.
final class Problems {

    @ServerExceptionMapper
    RestResponse<Problem> refused(RefusedException refused) {
        RestResponse<Problem> answer = answer(Problem.of(refused.refusal()));
        refused.refusal()
                .retryAfter()
                .ifPresent(seconds -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Problem> noAnswer(InferenceException failure) {
        return answer(Problem.of(
                switch (failure) {
                    case InferenceException.Unavailable _ -> EdgeRefusal.MODEL_UNAVAILABLE;
                    case InferenceException.Misconfigured _ -> EdgeRefusal.MODEL_MISCONFIGURED;
                    case InferenceException.TooLong _ -> EdgeRefusal.MODEL_FAILED;
                    case InferenceException.Cut _ -> EdgeRefusal.MODEL_FAILED;
                    case InferenceException.Useless _ -> EdgeRefusal.MODEL_FAILED;
                }));
    }

    /// What the framework declines: an unknown address, a wrong method, a body it cannot read.
    @ServerExceptionMapper
    RestResponse<Problem> declined(WebApplicationException declined) {
        Response framework = declined.getResponse();
        EdgeRefusal refusal = EdgeRefusal.ofStatus(framework.getStatus());
        RestResponse<Problem> answer =
                refusal == EdgeRefusal.INTERNAL_ERROR ? unforeseen(declined) : answer(Problem.of(refusal));
        // What a status needs to be understood stays: 405 says which methods there are, 401 how to say who asks.
        for (String header : new String[] {HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER}) {
            if (framework.getHeaderString(header) != null) {
                answer.getHeaders().putSingle(header, framework.getHeaderString(header));
            }
        }
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Problem> unforeseen(Throwable failure) {
        RefusedException refused = within(failure, RefusedException.class);
        if (refused != null) {
            return answer(Problem.of(refused.refusal()));
        }
        if (within(failure, BrokenOffException.class) != null) {
            // The caller has hung up: nobody reads this answer, and nothing of the service failed.
            return answer(Problem.of(EdgeRefusal.REQUEST_INVALID));
        }
        return answer(Problem.of(EdgeRefusal.INTERNAL_ERROR, Incidents.log(failure)));
    }

    /// What a library on the way has wrapped.
    private static <T extends Throwable> @Nullable T within(Throwable failure, Class<T> kind) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < 8; depth++) {
            if (kind.isInstance(current)) {
                return kind.cast(current);
            }
            current = current.getCause();
        }
        return null;
    }

    static RestResponse<Problem> answer(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }
}
