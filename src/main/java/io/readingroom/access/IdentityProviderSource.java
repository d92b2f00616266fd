package io.readingroom.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Tells the framework by `reading-room.access` alone whose tokens count, so that there is no second way to weaken
/// what is verified.
public final class IdentityProviderSource implements ConfigSourceFactory {

    private static final String SETTINGS = "reading-room.access.";
    private static final String FRAMEWORK = "quarkus.oidc.";

    /// Above system properties.
    private static final int ORDINAL = 500;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = new HashMap<>(Map.of(
                FRAMEWORK + "application-type", "service",
                FRAMEWORK + "token.audience", value(context, "audience").orElse("reading-room"),
                // A token is verified with public keys, in this process: one that does not hold up is not asked about
                // elsewhere, or anybody could have the identity provider asked at will.
                FRAMEWORK + "token.allow-jwt-introspection", "false",
                FRAMEWORK + "token.allow-opaque-token-introspection", "false"));
        Optional<String> issuer = value(context, "issuer").filter(address -> !development(context));
        settings.put(FRAMEWORK + "tenant-enabled", Boolean.toString(issuer.isPresent()));
        issuer.ifPresent(address -> settings.put(FRAMEWORK + "auth-server-url", address));
        return List.of(new PropertiesConfigSource(settings, "access", ORDINAL));
    }

    private static boolean development(ConfigSourceContext context) {
        return value(context, "mode").filter("development"::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(SETTINGS + name);
        return value == null || value.getValue() == null
                ? Optional.empty()
                : Optional.of(value.getValue().strip()).filter(text -> !text.isEmpty());
    }
}
