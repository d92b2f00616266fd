package io.readingroom.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/// Decides who a caller is here, by what was verified about it.
final class Admitting {

    /// What can be a tenant: it stands in the open in the database.
    private static final Pattern TENANT = Pattern.compile("[\\p{Alnum}._:@/-]{1,128}");

    private final AccessSettings settings;

    Admitting(AccessSettings settings) {
        this.settings = settings;
    }

    /// Who a caller is, and why it is let in nowhere, if so.
    ///
    /// @param reason null when it may use its roles; else it has none
    record Verdict(Caller caller, @Nullable String reason) {}

    Verdict byToken(Claims claims) {
        Optional<String> actor = claims.actor();
        if (actor.isEmpty()) {
            return nowhere(Caller.ANONYMOUS, "subject-missing");
        }
        Optional<String> named = claims.word(settings.tenantClaim())
                .filter(name -> TENANT.matcher(name).matches());
        Optional<String> only = settings.tenant();
        if (only.isPresent() && named.isPresent() && !only.equals(named)) {
            return nowhere(actor.get(), "tenant-foreign");
        }
        Set<String> values = claims.words(settings.rolesClaim());
        Set<String> roles = Roles.ALL.stream()
                .filter(role -> settings.roles().giving(role).stream().anyMatch(values::contains))
                .collect(Collectors.toCollection(HashSet::new));
        if (!roles.contains(Roles.PRIVACY_OFFICER) && !roles.contains(Roles.ADMIN)) {
            roles.remove(Roles.BREAK_GLASS);
        }
        return only.or(() -> named)
                .map(tenant -> new Verdict(new Caller(actor.get(), tenant, roles), null))
                .orElseGet(() -> nowhere(actor.get(), "tenant-missing"));
    }

    Verdict byCertificate(X500Principal subject) {
        String actor = "certificate:" + subject.getName(X500Principal.CANONICAL);
        Optional<AccessSettings.Certificate> known = settings.certificates().values().stream()
                .filter(candidate -> new X500Principal(candidate.subject()).equals(subject))
                .findAny();
        if (known.isEmpty()) {
            return nowhere(actor, "certificate-unknown");
        }
        // A glass is broken by a person.
        Set<String> roles = known.get().roles().stream()
                .filter(Roles.ALL::contains)
                .filter(role -> !role.equals(Roles.BREAK_GLASS))
                .collect(Collectors.toSet());
        return known.get()
                .tenant()
                .or(settings::tenant)
                .map(tenant -> new Verdict(new Caller(actor, tenant, roles), null))
                .orElseGet(() -> nowhere(actor, "tenant-missing"));
    }

    private Verdict nowhere(String actor, String reason) {
        return new Verdict(new Caller(actor, settings.serviceTenant(), Set.of()), reason);
    }
}
