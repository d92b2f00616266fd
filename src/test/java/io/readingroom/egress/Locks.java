package io.readingroom.egress;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// Egress locks for tests.
public final class Locks {

    private Locks() {}

    /// The lock of a service that sets nothing: it goes to addresses inside a site.
    public static EgressLock byDefault() {
        return with(Map.of());
    }

    static EgressLock with(Map<String, String> settings) {
        return EgressLock.of(new SmallRyeConfigBuilder()
                .withMapping(EgressSettings.class)
                .withDefaultValues(settings)
                .addDiscoveredConverters()
                .build());
    }
}
