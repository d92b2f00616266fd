package io.readingroom.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// Says in a stable word why the framework let the current caller in nowhere.
@ApplicationScoped
public class Reasons {

    private static final int DEEPEST = 8;

    private final CurrentCaller current;

    Reasons(CurrentCaller current) {
        this.current = current;
    }

    /// `token-missing`, `token-expired`, `token-invalid`, `subject-missing`, `tenant-missing`, `tenant-foreign`,
    /// `certificate-unknown` or `role-missing`.
    ///
    /// @param refusal what the framework threw
    public String of(SecurityException refusal) {
        return switch (refusal) {
            case UnauthorizedException _ -> "token-missing";
            case AuthenticationFailedException failed -> expired(failed) ? "token-expired" : "token-invalid";
            default ->
                current.verified()
                        .flatMap(identity -> Optional.ofNullable(reason(identity)))
                        .orElse("role-missing");
        };
    }

    private static @Nullable String reason(SecurityIdentity identity) {
        return identity.getAttribute(Admission.REASON);
    }

    private static boolean expired(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof InvalidJwtException invalid) {
                return invalid.hasExpired();
            }
            cause = cause.getCause();
        }
        return false;
    }
}
