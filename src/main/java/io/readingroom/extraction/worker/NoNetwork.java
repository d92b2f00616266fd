package io.readingroom.extraction.worker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Set;

/// Takes the network away from a process that reads hostile documents: whatever a document asks for, and whichever
/// parser would fetch it, no name is looked up and no connection opened. It holds where no network policy and no
/// namespace does.
public final class NoNetwork {

    /// What a JVM must be started with, since it reads these once. A file of hosts takes the place of the name
    /// service, and this one has no hosts; a provider of channels that does not exist provides none.
    public static final List<String> PROPERTIES =
            List.of("-Djdk.net.hosts.file=/dev/null", "-Djava.nio.channels.spi.SelectorProvider=none");

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "resource");

    private NoNetwork() {}

    /// Closes the ways that can be closed from within. It cannot be undone, and comes once in a process.
    @SuppressWarnings("deprecation") // meant for other sockets; there is no other way to have none
    static void enforce() throws IOException {
        URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Refusing());
        Socket.setSocketImplFactory(NoNetwork::refuse);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new UnsupportedOperationException(refusal());
        });
    }

    private static SocketImpl refuse() {
        throw new UnsupportedOperationException(refusal());
    }

    private static String refusal() {
        return "A process that reads documents has no network";
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException(refusal());
        }
    }
}
