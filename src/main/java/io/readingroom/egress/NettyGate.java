package io.readingroom.egress;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.net.SocketAddress;
import java.util.function.Supplier;

/// Asks the egress lock before any of the framework's clients connects. Netty finds it as a service and adds it to
/// every client's channel, once [#open] has told it to look.
public final class NettyGate extends ChannelInitializerExtension {

    /// The gate's name in a channel's pipeline.
    static final String NAME = "egress-lock";

    private final Supplier<EgressLock> lock;

    /// As Netty makes it.
    public NettyGate() {
        this(EgressLock::ofThisProcess);
    }

    NettyGate(Supplier<EgressLock> lock) {
        this.lock = lock;
    }

    /// Has Netty look for the gate. It must come before the first channel.
    public static void open() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /// First in the pipeline, so last before the wire: a handler that turns to a proxy has done so by then.
    @Override
    public void postInitializeClientChannel(Channel channel) {
        channel.pipeline().addFirst(NAME, new Guard(lock));
    }

    private static final class Guard extends ChannelOutboundHandlerAdapter {

        private final Supplier<EgressLock> lock;

        Guard(Supplier<EgressLock> lock) {
            this.lock = lock;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // whoever connects holds the promise
        public void connect(
                ChannelHandlerContext context, SocketAddress target, SocketAddress local, ChannelPromise promise) {
            try {
                lock.get().check(target);
            } catch (EgressRefusedException refused) {
                promise.setFailure(refused);
                return;
            }
            context.connect(target, local, promise);
        }
    }
}
