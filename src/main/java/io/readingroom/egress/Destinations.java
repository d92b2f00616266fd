package io.readingroom.egress;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/// Reads from the configuration where the service is going to connect to.
final class Destinations {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int POSTGRESQL = 5432;
    private static final Pattern SERVERS = Pattern.compile("jdbc:postgresql://([^/?]+)");

    private Destinations() {}

    /// Every place that the configuration names. One that cannot be parsed is left out here, and so refused; the
    /// room that uses it tells what is wrong with it.
    static List<Destination> of(Config config) {
        List<Destination> all = new ArrayList<>();
        text(config, "reading-room.inference.base-url")
                .ifPresent(address -> byAddress(Purpose.MODEL_SERVER, address, all));
        text(config, "reading-room.extraction.address")
                .ifPresent(address -> byAddress(Purpose.EXTRACTOR, "extractor://" + address, all));
        text(config, "reading-room.telemetry.endpoint")
                .ifPresent(address -> byAddress(Purpose.TELEMETRY, address, all));
        text(config, "reading-room.access.issuer")
                .ifPresent(address -> byAddress(Purpose.IDENTITY_PROVIDER, address, all));
        text(config, "reading-room.privacy.kek.vault.address")
                .ifPresent(address -> byAddress(Purpose.KEY_SERVICE, address, all));
        for (String anchor : List.of("bucket", "witness", "time-stamp")) {
            text(config, "reading-room.register.anchor." + anchor + ".address")
                    .ifPresent(address -> byAddress(Purpose.ANCHOR, address, all));
        }
        text(config, "quarkus.datasource.jdbc.url").ifPresent(address -> byDatabase(address, all));
        return List.copyOf(all);
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static void byAddress(Purpose purpose, String address, List<Destination> all) {
        try {
            URI parsed = URI.create(address);
            if (parsed.getHost() != null) {
                all.add(new Destination(purpose, bare(parsed.getHost()), port(parsed)));
            }
        } catch (IllegalArgumentException malformed) {
            // Left out.
        }
    }

    /// A URL of PostgreSQL may name several servers, or none, which is one on this machine.
    private static void byDatabase(String url, List<Destination> all) {
        Matcher named = SERVERS.matcher(url);
        for (String server : (named.lookingAt() ? named.group(1) : "localhost").split(",", -1)) {
            byAddress(Purpose.DATABASE, "postgresql://" + server, all);
        }
    }

    /// The port of a place; when it names none, the usual one of its scheme.
    static int port(URI place) {
        if (place.getPort() > 0) {
            return place.getPort();
        }
        return switch (place.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> HTTPS;
            case "postgresql" -> POSTGRESQL;
            default -> HTTP;
        };
    }

    /// An IPv6 address without the brackets that a URL needs.
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
