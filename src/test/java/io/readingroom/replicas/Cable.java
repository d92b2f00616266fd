package io.readingroom.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a replica and its database are connected by. When it is cut, nothing comes through and nobody is told: as when
/// a
/// network drops all packets.
final class Cable implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocketChannel end;
    private final InetSocketAddress target;
    private final List<SocketChannel> wires = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Cable(ServerSocketChannel end, InetSocketAddress target) {
        this.end = end;
        this.target = target;
    }

    /// One to a port of this machine.
    static Cable to(int port) {
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            ServerSocketChannel end = ServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
            Cable cable = new Cable(end, new InetSocketAddress(here, port));
            Thread.ofVirtual().start(cable::accept);
            return cable;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Where it begins.
    int port() {
        return end.socket().getLocalPort();
    }

    void cut() {
        cut = true;
    }

    @Override
    public void close() {
        cut = true;
        try {
            end.close();
            for (SocketChannel wire : wires) {
                wire.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel near = end.accept();
                wires.add(near);
                if (!cut) {
                    SocketChannel far = SocketChannel.open(target);
                    wires.add(far);
                    Thread.ofVirtual().start(() -> carry(near, far));
                    Thread.ofVirtual().start(() -> carry(far, near));
                }
            }
        } catch (IOException closed) {
            // Nobody connects any more.
        }
    }

    private void carry(SocketChannel from, SocketChannel to) {
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(bytes) >= 0) {
                if (cut) {
                    return;
                }
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
        } catch (IOException reset) {
            // As when a replica is killed.
        }
        hangUp(from, to);
    }

    /// What ends on one side ends on the other: a session of somebody who died would keep its locks.
    private void hangUp(SocketChannel from, SocketChannel to) {
        if (cut) {
            return;
        }
        try (from;
                to) {
            wires.removeAll(List.of(from, to));
        } catch (IOException gone) {
            // Nobody is left to tell.
        }
    }
}
