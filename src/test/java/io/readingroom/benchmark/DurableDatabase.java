package io.readingroom.benchmark;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.readingroom.demo.DatabaseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that writes to the disk before it says so, as one in production does; those of tests do not.
public final class DurableDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable DatabaseServer server;
    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("reading-room-benchmark");
            server = DatabaseServer.keepingIn(folder, 0);
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    server.url(),
                    "quarkus.datasource.username",
                    DatabaseServer.SERVICE,
                    "quarkus.datasource.migration.username",
                    DatabaseServer.OWNER,
                    "quarkus.datasource.password",
                    "",
                    "quarkus.datasource.jdbc.max-size",
                    "20");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
