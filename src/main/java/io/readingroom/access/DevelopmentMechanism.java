package io.readingroom.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/// Takes every caller for the one that is configured, in the mode `development`; in the other it knows nobody.
@ApplicationScoped
class DevelopmentMechanism implements HttpAuthenticationMechanism {

    private final AccessSettings settings;

    DevelopmentMechanism(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return settings.mode() == AccessSettings.Mode.DEVELOPMENT
                ? Uni.createFrom().item(everybody())
                : Uni.createFrom().nullItem();
    }

    private SecurityIdentity everybody() {
        Set<String> roles = new HashSet<>(Roles.ALL);
        Caller caller = new Caller(settings.developmentCaller(), settings.serviceTenant(), roles);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.actor()))
                .addRoles(roles)
                .addAttribute(Admission.CALLER, caller)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    /// Before those that look at what callers show.
    @Override
    public int getPriority() {
        return 4000;
    }
}
