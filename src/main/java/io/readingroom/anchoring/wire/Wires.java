package io.readingroom.anchoring.wire;

import io.readingroom.egress.EgressLock;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Lays the wires to anchors.
@ApplicationScoped
public class Wires {

    private final Vertx vertx;
    private final EgressLock lock;

    Wires(Vertx vertx, EgressLock lock) {
        this.vertx = vertx;
        this.lock = lock;
    }

    /// A wire to the place that a setting names.
    ///
    /// @param setting which, for the message
    /// @param timeout how long an answer is waited for
    /// @param trusted the certificates to trust, in PEM
    /// @throws IllegalStateException when the setting is no address
    public Wire to(URI address, String setting, Duration timeout, Optional<Path> trusted) {
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!http || address.getHost() == null || address.getRawQuery() != null) {
            throw new IllegalStateException(
                    "reading-room.register.anchor." + setting + " is no address of the form https://host:port/path");
        }
        return new Wire(address, timeout, trusted, lock, vertx);
    }
}
