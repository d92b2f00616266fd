package io.readingroom.extraction.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.readingroom.extraction.process.ExtractionLimits;
import io.readingroom.extraction.process.WorkerPool;
import io.readingroom.reading.TestConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives a test that boots the service an extractor on the network.
public final class DistantExtractor implements QuarkusTestResourceLifecycleManager {

    private @Nullable ExtractionServer server;

    @Override
    public Map<String, String> start() {
        try {
            WorkerPool pool = new WorkerPool(TestConfig.mapped(
                    ExtractionLimits.class,
                    Map.of("reading-room.extraction.workers", "1", "reading-room.extraction.memory", "256M")));
            ExtractionServer started = new ExtractionServer(0, 4, pool);
            server = started;
            Thread.ofVirtual().start(() -> serve(started));
            return Map.of("reading-room.extraction.address", "localhost:" + started.port());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private static void serve(ExtractionServer server) {
        try {
            server.serve();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
