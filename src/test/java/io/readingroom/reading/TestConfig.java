package io.readingroom.reading;

import io.readingroom.inference.InferenceSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// The rooms' settings with their defaults, and what a test sets.
public final class TestConfig {

    private TestConfig() {}

    public static ReadingConfig reading(Map<String, String> settings) {
        return mapped(ReadingConfig.class, settings);
    }

    public static InferenceSettings inference() {
        return mapped(InferenceSettings.class, Map.of());
    }

    public static <T> T mapped(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withDefaultValues(settings)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(mapping);
    }
}
