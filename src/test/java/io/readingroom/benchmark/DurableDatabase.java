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

    private static final @Nullable String KEPT = System.getProperty("benchmark.folder");

    private @Nullable DatabaseServer server;
    private @Nullable Path folder;
    private @Nullable Path process;

    @Override
    public Map<String, String> start() {
        try {
            Path at = KEPT == null ? temporary() : Path.of(KEPT);
            process = at.resolve("data/postmaster.pid");
            server = DatabaseServer.keepingIn(at, 0);
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
        if (process != null && Files.exists(process)) {
            end(process);
        }
        if (folder != null) {
            delete(folder);
        }
    }

    private Path temporary() throws IOException {
        Path created = Files.createTempDirectory("reading-room-benchmark");
        folder = created;
        return created;
    }

    /// The servers of one test run share the program of the first, whose folder can be gone before this one is stopped
    /// by it.
    private static void end(Path process) {
        try (Stream<String> lines = Files.lines(process)) {
            long id = Long.parseLong(lines.findFirst().orElseThrow());
            ProcessHandle.of(id).ifPresent(server -> {
                server.destroy();
                server.onExit().join();
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
