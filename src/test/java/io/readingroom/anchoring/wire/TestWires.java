package io.readingroom.anchoring.wire;

import io.readingroom.egress.Locks;

/// Wires for tests, by the egress lock of a service that sets nothing.
public final class TestWires {

    private TestWires() {}

    public static Wires wires() {
        return new Wires(Locks.clients());
    }
}
