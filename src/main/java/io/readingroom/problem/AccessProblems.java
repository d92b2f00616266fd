package io.readingroom.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.readingroom.access.CallerIdentity;
import io.readingroom.access.Reasons;
import io.readingroom.admission.Denials;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns away those whom the framework does not let in, and has it recorded. A caller that may not do something learns
/// no more than that: the reason stands in the register.
final class AccessProblems {

    /// How to say who is asking (RFC 6750).
    private static final String ASK = "Bearer realm=\"reading-room\"";

    private final Reasons reasons;
    private final Denials denials;
    private final CallerIdentity callers;

    AccessProblems(Reasons reasons, Denials denials, CallerIdentity callers) {
        this.reasons = reasons;
        this.denials = denials;
        this.callers = callers;
    }

    @ServerExceptionMapper
    RestResponse<Problem> unknown(UnauthorizedException nobody) {
        return denied(nobody, EdgeRefusal.UNAUTHENTICATED, ASK);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unproven(AuthenticationFailedException wrong) {
        return denied(wrong, EdgeRefusal.UNAUTHENTICATED, ASK + ", error=\"invalid_token\"");
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException known) {
        return denied(known, EdgeRefusal.FORBIDDEN, "");
    }

    /// Nobody was denied: whether the token holds up could not be found out.
    @ServerExceptionMapper
    RestResponse<Problem> unverifiable(OIDCException away) {
        return Problems.answer(Problem.of(EdgeRefusal.IDENTITY_PROVIDER_UNAVAILABLE));
    }

    private RestResponse<Problem> denied(SecurityException refusal, EdgeRefusal answer, String ask) {
        denials.note(callers.current(), reasons.of(refusal));
        RestResponse<Problem> problem = Problems.answer(Problem.of(answer));
        if (!ask.isEmpty()) {
            problem.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, ask);
        }
        return problem;
    }
}
