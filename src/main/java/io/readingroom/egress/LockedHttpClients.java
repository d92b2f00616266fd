package io.readingroom.egress;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/// Makes the HTTP clients of the rooms that ask others.
@ApplicationScoped
public class LockedHttpClients {

    private final EgressLock lock;
    private final Vertx vertx;

    LockedHttpClients(EgressLock lock, Vertx vertx) {
        this.lock = lock;
        this.vertx = vertx;
    }

    /// A client for a purpose.
    public LockedHttpClient of(Purpose purpose, LockedHttpClient.Limits limits) {
        return new LockedHttpClient(lock, purpose, limits, vertx);
    }
}
