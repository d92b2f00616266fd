package io.readingroom.telemetry;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Makes `reading-room.telemetry.endpoint` the one setting that decides whether and where traces are
/// sent. The framework's own has a default, an address on this machine, and would be called by whoever
/// forgot to say no.
public final class CollectorAddress implements ConfigSourceFactory {

    private static final String ADDRESS = "reading-room.telemetry.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.traces.endpoint";

    /// Above system properties, so that there is no second way.
    private static final int ORDINAL = 500;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue address = context.getValue(ADDRESS);
        String value = address == null || address.getValue() == null ? "" : address.getValue();
        Map<String, String> settings =
                value.isBlank() ? Map.of(DISABLED, "true") : Map.of(DISABLED, "false", ENDPOINT, value.strip());
        return List.of(new PropertiesConfigSource(settings, "telemetry", ORDINAL));
    }
}
