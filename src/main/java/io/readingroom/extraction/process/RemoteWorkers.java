package io.readingroom.extraction.process;

import io.readingroom.document.RefusedException;
import io.readingroom.egress.EgressLock;
import io.readingroom.egress.Purpose;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.WorkerAnswer;
import io.readingroom.telemetry.Traceparent;
import io.readingroom.telemetry.Trail;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The workers of an extractor on the network, with a connection for each document. An extractor that
/// does not answer costs the document nothing but time: it is read later, or by another of its replicas.
/// The extractor has no way out and so none to a collector of traces: it says how long it took, and that
/// becomes a step of the trace here.
final class RemoteWorkers implements Workers {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /// The extractor says every few seconds that it is still there.
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final ExecutorService talks = Executors.newVirtualThreadPerTaskExecutor();
    private final EgressLock lock;
    private final String host;
    private final int port;

    private RemoteWorkers(EgressLock lock, String host, int port) {
        this.lock = lock;
        this.host = host;
        this.port = port;
    }

    /// The extractor at `address`, a host and a port such as `extractor:8081`.
    ///
    /// @throws IllegalArgumentException when it is anything else
    static RemoteWorkers at(String address, EgressLock lock) {
        try {
            URI parsed = new URI("extractor://" + address);
            if (parsed.getHost() != null
                    && parsed.getPort() > 0
                    && parsed.getAuthority().equals(address)) {
                return new RemoteWorkers(lock, parsed.getHost(), parsed.getPort());
            }
        } catch (URISyntaxException malformed) {
            // Told below, together with what parses and is no host and port.
        }
        throw new IllegalArgumentException(
                "reading-room.extraction.address must be a host and a port, such as extractor:8081");
    }

    @Override
    public WorkerAnswer read(Frames.Order order, InputStream content) throws InterruptedException {
        WatchedSource source = new WatchedSource(content);
        Frames.Order traced = new Frames.Order(
                order.mediaType(),
                order.limits(),
                Traceparent.current().map(Traceparent::text).orElse(""));
        long began = System.nanoTime();
        try (Socket socket = EgressLock.unconnected()) {
            Future<Heard> talk = talks.submit(() -> talk(socket, traced, source));
            try {
                Heard heard = talk.get();
                // What it says may be made up: a part cannot take longer than the whole.
                Duration whole = Duration.ofNanos(System.nanoTime() - began);
                heard.took()
                        .filter(took -> took.compareTo(whole) <= 0)
                        .ifPresent(took -> Trail.reported("extractor", took));
                return heard.answer();
            } catch (ExecutionException broken) {
                source.rethrow();
                throw new RefusedException(ExtractionRefusal.UNAVAILABLE, broken.getCause());
            } finally {
                talk.cancel(true);
            }
        } catch (IOException unclosed) {
            throw new RefusedException(ExtractionRefusal.UNAVAILABLE, unclosed);
        }
    }

    @Override
    public void close() {
        talks.shutdownNow();
    }

    /// @param took how long the extractor says that it took, if it says so
    private record Heard(WorkerAnswer answer, Optional<Duration> took) {}

    private Heard talk(Socket socket, Frames.Order order, InputStream source) throws IOException {
        // The name is looked up for each document: the extractor's replicas come and go.
        socket.connect(lock.resolve(Purpose.EXTRACTOR, host, port), (int) CONNECT.toMillis());
        socket.setSoTimeout((int) SILENCE.toMillis());
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        Frames.awaitHello(in);
        Frames.send(out, order, source);
        AtomicReference<@Nullable Duration> took = new AtomicReference<>();
        WorkerAnswer answer = Frames.answer(in, order.limits(), took::set);
        return new Heard(answer, Optional.ofNullable(took.get()));
    }
}
