package io.readingroom.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who callers are, and what they may do.
@ConfigMapping(prefix = "reading-room.access")
interface AccessSettings {

    /// Whether callers show what an identity provider says about them, or all are taken for the same one with all
    /// roles. The latter is for development and tests: it makes a trial easy and the register useless for telling
    /// people apart.
    @WithDefault("oidc")
    Mode mode();

    /// Says of a packaged service in the mode `development` that it holds made-up documents alone; it does not start
    /// without. Whoever reaches its port may then read and erase everything.
    @WithDefault("false")
    boolean demonstration();

    /// The issuer of the tokens, a URL; the keys are found by its `/.well-known/openid-configuration`. Without one,
    /// nobody can show a token.
    Optional<String> issuer();

    /// What a token must name as its audience: one of these. A token that was made for another system must not open
    /// this one, so there is always one.
    @WithDefault("reading-room")
    List<String> audience();

    /// The claim that holds the caller's groups or roles, as a list or as words separated by spaces; a path such as
    /// `realm_access/roles` when it lies within another.
    @WithDefault("roles")
    String rolesClaim();

    /// The values of that claim that give a role, by role.
    RoleValues roles();

    /// The claim that names the caller's tenant, or a path to it. A caller without it is let in nowhere.
    @WithDefault("tenant")
    String tenantClaim();

    /// The tenant of all callers, where there is only one; a token that names another is refused, one that names
    /// none belongs to it.
    Optional<String> tenant();

    /// The tenant in which the service itself stands in the register, and those about whom nothing was verified.
    /// Unless it is told otherwise, the one of all callers, or `default`.
    Optional<String> ownTenant();

    /// The name of all callers in the mode `development`.
    @WithDefault("development")
    String developmentCaller();

    /// Systems that show a client certificate instead of a token, by a name of your choice. The framework verifies
    /// the certificate; this says who its subject is.
    Map<String, Certificate> certificates();

    /// Which values of the roles' claim give a role. A role for which there are none is given by its own name.
    interface RoleValues {

        /// The values that make an uploader.
        Optional<List<String>> uploader();

        /// The values that make a reader.
        Optional<List<String>> reader();

        /// The values that make an auditor.
        Optional<List<String>> auditor();

        /// The values that make a privacy officer.
        Optional<List<String>> privacyOfficer();

        /// The values that make an administrator.
        Optional<List<String>> admin();

        /// The values by which the glass may be broken.
        Optional<List<String>> breakGlass();

        /// The values that give a role.
        default List<String> giving(String role) {
            Optional<List<String>> named = switch (role) {
                case Roles.UPLOADER -> uploader();
                case Roles.READER -> reader();
                case Roles.AUDITOR -> auditor();
                case Roles.PRIVACY_OFFICER -> privacyOfficer();
                case Roles.ADMIN -> admin();
                case Roles.BREAK_GLASS -> breakGlass();
                default -> throw new IllegalArgumentException("No role: " + role);
            };
            return named.orElseGet(() -> List.of(role));
        }
    }

    /// Whom a client certificate stands for.
    interface Certificate {

        /// The subject (RFC 4514), as `CN=archive,O=Example`.
        String subject();

        /// The tenant. Unless it is given, the one of all callers.
        Optional<String> tenant();

        /// What it may do.
        List<String> roles();
    }

    /// How callers are told apart.
    enum Mode {
        /// By tokens of an identity provider, or by client certificates.
        OIDC,
        /// Not at all.
        DEVELOPMENT
    }

    /// Where the service itself stands.
    default String serviceTenant() {
        return ownTenant().or(this::tenant).orElse("default");
    }
}
