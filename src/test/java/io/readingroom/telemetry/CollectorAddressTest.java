package io.readingroom.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorAddressTest {

    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.traces.endpoint";

    @Test
    void nothing_is_sent_unless_an_address_is_given_whatever_else_is_set() {
        SmallRyeConfig config =
                config(Map.of(DISABLED, "false", "quarkus.otel.exporter.otlp.endpoint", "http://elsewhere:4317"));
        assertThat(config.getValue(DISABLED, Boolean.class)).isTrue();
    }

    @Test
    void an_empty_address_is_none() {
        assertThat(config(Map.of("reading-room.telemetry.endpoint", " ")).getValue(DISABLED, Boolean.class))
                .isTrue();
    }

    @Test
    void traces_go_to_the_address_and_nowhere_else() {
        Map<String, String> settings = new HashMap<>(Map.of(ENDPOINT, "http://elsewhere:4318", DISABLED, "true"));
        settings.put("reading-room.telemetry.endpoint", "http://collector:4318");
        SmallRyeConfig config = config(settings);
        assertThat(config.getValue(DISABLED, Boolean.class)).isFalse();
        assertThat(config.getValue(ENDPOINT, String.class)).isEqualTo("http://collector:4318");
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new CollectorAddress())
                .withDefaultValues(settings)
                .build();
    }
}
