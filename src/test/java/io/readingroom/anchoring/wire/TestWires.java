package io.readingroom.anchoring.wire;

import io.readingroom.egress.Locks;
import io.vertx.core.Vertx;

/// Wires for tests, by the egress lock of a service that sets nothing.
public final class TestWires {

    private static final Vertx VERTX = Vertx.vertx();

    private TestWires() {}

    public static Wires wires() {
        return new Wires(VERTX, Locks.byDefault());
    }
}
