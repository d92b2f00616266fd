package io.readingroom.anchoring.wire;

import io.readingroom.egress.LockedHttpClient;
import io.readingroom.egress.LockedHttpClients;
import io.readingroom.egress.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Lays the wires to anchors.
@ApplicationScoped
public class Wires {

    /// An anchor is asked one thing after the other, and an answer is a few lines.
    private static final int CONNECTIONS = 2;

    private static final int LONGEST_ANSWER = 1 << 20;

    private final LockedHttpClients clients;

    Wires(LockedHttpClients clients) {
        this.clients = clients;
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
        LockedHttpClient.Limits limits = new LockedHttpClient.Limits(timeout, CONNECTIONS, LONGEST_ANSWER, trusted);
        return new Wire(address, timeout, clients.of(Purpose.ANCHOR, limits));
    }
}
