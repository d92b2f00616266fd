package io.readingroom.egress;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/// What the egress lock does at this moment, found out by asking it, not by reading its settings. It sends no
/// packet but the questions of a name service.
@ApplicationScoped
public class EgressReport {

    private static final String DRIVER_SOCKETS = "quarkus.datasource.jdbc.additional-jdbc-properties.socketFactory";

    private final EgressLock lock;
    private final Config config;
    private final boolean gatesFramework;

    EgressReport(EgressLock lock, Config config) {
        this.lock = lock;
        this.config = config;
        // Once: a gate that Netty has found stays, and looking takes threads.
        this.gatesFramework = seesGate();
    }

    /// Every place that the configuration names.
    public List<Way> ways() {
        return lock.destinations().stream()
                .map(place -> new Way(place.purpose(), reach(place)))
                .toList();
    }

    /// Allowed ranges so wide that they hold most of the Internet.
    public List<String> boundlessRanges() {
        return ranges().filter(AddressRange::isBoundless)
                .map(AddressRange::text)
                .distinct()
                .toList();
    }

    /// Allowed ranges whose addresses are routed outside a site.
    public List<String> publicRanges() {
        return ranges().filter(AddressRange::isPublic)
                .map(AddressRange::text)
                .distinct()
                .toList();
    }

    /// Whether the framework's clients pass the gate.
    public boolean gatesFramework() {
        return gatesFramework;
    }

    /// Looks at a channel that connects nowhere.
    @SuppressWarnings("FutureReturnValueIgnored") // the end of a group of threads that did nothing
    private static boolean seesGate() {
        NioEventLoopGroup threads = new NioEventLoopGroup(1);
        try {
            ChannelFuture registered = new Bootstrap()
                    .group(threads)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInboundHandlerAdapter())
                    .register()
                    .syncUninterruptibly();
            Channel channel = registered.channel();
            boolean gated = channel.pipeline().get(NettyGate.NAME) != null;
            channel.close().syncUninterruptibly();
            return gated;
        } finally {
            threads.shutdownGracefully();
        }
    }

    /// Whether the database's driver makes its sockets by [LockedSocketFactory].
    public boolean gatesDatabase() {
        String url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .orElse("");
        return config.getOptionalValue(DRIVER_SOCKETS, String.class)
                        .filter(LockedSocketFactory.class.getName()::equals)
                        .isPresent()
                && !url.contains("socketFactory=");
    }

    /// How many connections were refused since the start.
    public long refused() {
        return lock.refused();
    }

    private Stream<AddressRange> ranges() {
        return Arrays.stream(Purpose.values()).flatMap(purpose -> lock.settings().ranges(purpose).stream());
    }

    private Way.Reach reach(Destination place) {
        try {
            return lock.allowed(place.purpose(), InetAddress.getAllByName(place.host()))
                    ? Way.Reach.ALLOWED
                    : Way.Reach.REFUSED;
        } catch (UnknownHostException unknown) {
            return Way.Reach.UNKNOWN;
        }
    }
}
