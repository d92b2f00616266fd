package io.readingroom.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A small real collector of traces that keeps what it is sent. A test that names it as a resource gets
/// it in a field of this type.
public final class ScriptedCollector implements QuarkusTestResourceLifecycleManager {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final List<ReceivedSpan> spans = new ArrayList<>();
    private final StringBuilder wire = new StringBuilder();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/v1/traces", this::receive);
            started.start();
            server = started;
            return Map.of(
                    "reading-room.telemetry.endpoint",
                    "http://localhost:" + started.getAddress().getPort(),
                    "quarkus.otel.bsp.schedule.delay",
                    "PT0.1S");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ScriptedCollector.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /// Waits until there is such a span, and answers those that have arrived by then.
    ///
    /// @throws AssertionError when there is none in half a minute
    public synchronized List<ReceivedSpan> await(Predicate<ReceivedSpan> awaited) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (spans.stream().noneMatch(awaited)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("not among " + spans);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return List.copyOf(spans);
    }

    /// All that was sent, with every byte as a character.
    public synchronized String wire() {
        return wire.toString();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            keep(request);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void keep(byte[] request) {
        wire.append(new String(request, StandardCharsets.ISO_8859_1));
        spans.addAll(ReceivedSpan.in(request));
        notifyAll();
    }
}
