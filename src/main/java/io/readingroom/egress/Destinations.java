package io.readingroom.egress;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// Reads from the configuration where the service is going to connect to.
final class Destinations {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

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
        text(config, "quarkus.datasource.jdbc.url").ifPresent(address -> byDatabase(address, all));
        return List.copyOf(all);
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static void byAddress(Purpose purpose, String address, List<Destination> all) {
        try {
            URI parsed = URI.create(address);
            String scheme = parsed.getScheme().toLowerCase(Locale.ROOT);
            int port = parsed.getPort() > 0 ? parsed.getPort() : scheme.equals("https") ? HTTPS : HTTP;
            if (parsed.getHost() != null) {
                all.add(new Destination(purpose, bare(parsed.getHost()), port));
            }
        } catch (IllegalArgumentException malformed) {
            // Left out.
        }
    }

    /// A URL of PostgreSQL may name several servers.
    private static void byDatabase(String url, List<Destination> all) {
        Properties parsed = Driver.parseURL(url, null);
        if (parsed == null) {
            return;
        }
        String[] hosts = PGProperty.PG_HOST.getOrDefault(parsed).split(",", -1);
        String[] ports = PGProperty.PG_PORT.getOrDefault(parsed).split(",", -1);
        for (int i = 0; i < hosts.length; i++) {
            all.add(new Destination(Purpose.DATABASE, bare(hosts[i]), Integer.parseInt(ports[i])));
        }
    }

    /// An IPv6 address without the brackets that a URL needs.
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
