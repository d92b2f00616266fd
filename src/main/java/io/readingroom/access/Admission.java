package io.readingroom.access;

import io.quarkus.security.credential.CertificateCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Tells the framework what a caller whose token or certificate it has verified may do here. Only what [Admitting]
/// says counts, not what the framework would take for roles by itself.
@ApplicationScoped
class Admission implements SecurityIdentityAugmentor {

    /// The attribute that holds the [Caller].
    static final String CALLER = "reading-room.caller";

    /// The attribute that says why a caller is let in nowhere.
    static final String REASON = "reading-room.reason";

    private final Admitting admitting;

    Admission(AccessSettings settings) {
        this.admitting = new Admitting(settings);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.isAnonymous() ? identity : admitted(identity));
    }

    private SecurityIdentity admitted(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return known(identity, admitting.byToken(Claims.ofToken(token.getRawToken())));
        }
        CertificateCredential shown = identity.getCredential(CertificateCredential.class);
        return shown == null
                ? identity
                : known(identity, admitting.byCertificate(shown.getCertificate().getSubjectX500Principal()));
    }

    private static SecurityIdentity known(SecurityIdentity identity, Admitting.Verdict verdict) {
        Map<String, Object> attributes = new HashMap<>(Map.of(CALLER, verdict.caller()));
        if (verdict.reason() != null) {
            attributes.put(REASON, verdict.reason());
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(verdict.caller().roles())
                .addAttributes(attributes)
                .build();
    }
}
