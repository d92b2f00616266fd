package io.readingroom.anchoring.wire;

import io.readingroom.anchoring.AnchorException;
import io.readingroom.egress.EgressRefusedException;
import io.readingroom.egress.LockedHttpClient;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// The wire to one anchor.
public final class Wire {

    private final URI address;
    private final Duration timeout;
    private final LockedHttpClient client;

    Wire(URI address, Duration timeout, LockedHttpClient client) {
        this.address = address;
        this.timeout = timeout;
        this.client = client;
    }

    /// The host as requests name it: with its port, where that is not the usual one.
    public String host() {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 || address.getPort() == usual
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    /// The path of the address, without a slash at its end.
    public String path() {
        return address.getRawPath().replaceFirst("/+$", "");
    }

    /// Asks.
    ///
    /// @param target the path and the query, as they go over the wire
    /// @param body what is sent; empty for nothing
    /// @throws AnchorException when there is no answer
    public LockedHttpClient.Reply ask(HttpMethod method, String target, Map<String, String> headers, byte[] body) {
        try {
            return client.ask(new LockedHttpClient.Request(method, address, target, headers, body), timeout);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AnchorException("anchor-unreachable");
        } catch (SocketTimeoutException late) {
            throw new AnchorException("anchor-too-slow");
        } catch (EgressRefusedException refused) {
            throw new AnchorException("anchor-address-refused");
        } catch (IOException failed) {
            throw new AnchorException("anchor-unreachable");
        }
    }
}
