package io.readingroom.egress;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Decides about every connection that the process opens, by the address that it is opened to, so that a name that
/// answers differently tomorrow, a redirect or a proxy cannot lead a document elsewhere.
public final class EgressLock {

    private static @Nullable EgressLock ofThisProcess;

    private final EgressSettings settings;
    private final List<Destination> destinations;
    private final LongAdder refused = new LongAdder();

    private EgressLock(EgressSettings settings, List<Destination> destinations) {
        this.settings = settings;
        this.destinations = destinations;
    }

    /// The lock of this process, by its configuration. Libraries that open connections by themselves find it here.
    static synchronized EgressLock ofThisProcess() {
        EgressLock known = ofThisProcess;
        if (known == null) {
            known = of(ConfigProvider.getConfig());
            ofThisProcess = known;
        }
        return known;
    }

    /// A lock by a configuration.
    static EgressLock of(Config config) {
        EgressSettings settings = config.unwrap(SmallRyeConfig.class).getConfigMapping(EgressSettings.class);
        return new EgressLock(settings, Destinations.of(config));
    }

    /// Looks a name up and gives its address to connect to, and to nothing else: a second look-up may have another
    /// answer.
    ///
    /// @throws EgressRefusedException when one of the name's addresses is not allowed for the purpose
    /// @throws java.net.UnknownHostException when it has none
    public InetSocketAddress resolve(Purpose purpose, String host, int port) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowed(purpose, addresses)) {
            refused.increment();
            throw new EgressRefusedException("an address of the " + purpose.word()
                    + ": it is in none of the ranges allowed for it, see reading-room.egress." + purpose.word());
        }
        return new InetSocketAddress(addresses[0], port);
    }

    /// The same for a place that is written as a URI; without a port it is the usual one of its scheme.
    ///
    /// @param place with a scheme and a host
    public InetSocketAddress resolve(Purpose purpose, URI place) throws IOException {
        return resolve(purpose, place.getHost(), Destinations.port(place));
    }

    /// A socket that no system property sends through a proxy, to be connected to what [#resolve] gave.
    public static Socket unconnected() {
        return new Socket(Proxy.NO_PROXY);
    }

    /// Lets pass a connection to a port that the configuration names, at an address that is allowed for its purpose.
    ///
    /// @param target resolved; what is no Internet address stays on this machine and passes
    void check(@Nullable SocketAddress target) throws EgressRefusedException {
        if (target instanceof InetSocketAddress internet && !passes(internet)) {
            refused.increment();
            throw new EgressRefusedException("a connection that the configuration does not name");
        }
    }

    /// How many connections were refused since the start.
    public long refused() {
        return refused.sum();
    }

    /// Whether all of these addresses are allowed for a purpose.
    boolean allowed(Purpose purpose, InetAddress... addresses) {
        List<AddressRange> ranges = settings.ranges(purpose);
        return Arrays.stream(addresses)
                .allMatch(address -> !ForbiddenAddresses.contain(address)
                        && ranges.stream().anyMatch(range -> range.contains(address)));
    }

    List<Destination> destinations() {
        return destinations;
    }

    EgressSettings settings() {
        return settings;
    }

    private boolean passes(InetSocketAddress target) {
        InetAddress address = target.getAddress();
        return address != null
                && destinations.stream()
                        .anyMatch(place -> place.port() == target.getPort() && allowed(place.purpose(), address));
    }
}
