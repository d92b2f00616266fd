package io.readingroom.egress;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.util.Map;

/// Egress locks for tests.
public final class Locks {

    private static final Vertx VERTX = Vertx.vertx();

    private Locks() {}

    /// The HTTP clients of a service that sets nothing.
    public static LockedHttpClients clients() {
        return new LockedHttpClients(byDefault(), VERTX);
    }

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
