package io.readingroom.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Knows the caller by what the framework verified.
@ApplicationScoped
class CurrentCaller implements CallerIdentity {

    private final AccessSettings settings;
    private final CurrentIdentityAssociation identities;

    CurrentCaller(AccessSettings settings, CurrentIdentityAssociation identities) {
        this.settings = settings;
        this.identities = identities;
    }

    @Override
    public Caller current() {
        if (OnBehalf.CALLER.isBound()) {
            return OnBehalf.CALLER.get();
        }
        if (CurrentRequest.identity().isEmpty()) {
            return new Caller(OnBehalf.SERVICE, settings.serviceTenant(), Set.of());
        }
        return verified()
                .map(identity -> identity.<Caller>getAttribute(Admission.CALLER))
                .orElseGet(() -> new Caller(Caller.ANONYMOUS, settings.serviceTenant(), Set.of()));
    }

    @Override
    public boolean tellsApart() {
        return settings.mode() == AccessSettings.Mode.OIDC;
    }

    /// What was verified before the request reached a room. Nothing is waited for: an endpoint that anybody may ask
    /// verifies nobody, and a token that did not hold up is nobody's.
    Optional<SecurityIdentity> verified() {
        CompletableFuture<SecurityIdentity> known =
                identities.getDeferredIdentity().subscribeAsCompletionStage();
        return known.isDone() && !known.isCompletedExceptionally()
                ? Optional.ofNullable(known.join())
                : Optional.empty();
    }
}
