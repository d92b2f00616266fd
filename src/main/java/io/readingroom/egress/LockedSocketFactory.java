package io.readingroom.egress;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Makes sockets that ask the egress lock before they connect, and know no proxy. The database's driver is told
/// its name, in `application.properties`, and makes it by its constructor.
@RegisterForReflection // the driver's own way to make it
public final class LockedSocketFactory extends SocketFactory {

    private final Supplier<EgressLock> lock;

    /// As the driver makes it.
    public LockedSocketFactory() {
        this(EgressLock::ofThisProcess);
    }

    LockedSocketFactory(Supplier<EgressLock> lock) {
        this.lock = lock;
    }

    @Override
    public Socket createSocket() {
        return new LockedSocket(lock);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(local, localPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(local, localPort), new InetSocketAddress(host, port));
    }

    private Socket connected(@Nullable SocketAddress local, SocketAddress target) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(local);
            socket.connect(target);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static final class LockedSocket extends Socket {

        private final Supplier<EgressLock> lock;

        LockedSocket(Supplier<EgressLock> lock) {
            super(Proxy.NO_PROXY);
            this.lock = lock;
        }

        @Override
        public void connect(SocketAddress target) throws IOException {
            connect(target, 0);
        }

        @Override
        public void connect(SocketAddress target, int milliseconds) throws IOException {
            lock.get().check(target);
            super.connect(target, milliseconds);
        }
    }
}
