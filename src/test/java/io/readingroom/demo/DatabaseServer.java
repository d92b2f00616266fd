package io.readingroom.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A real PostgreSQL of this machine's own. It ends when it is closed, and with the process.
public final class DatabaseServer implements AutoCloseable {

    /// The role and the database that the server is initialised with; it accepts local connections only.
    public static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final List<Path> temporary;

    private DatabaseServer(EmbeddedPostgres server, List<Path> temporary) {
        this.server = server;
        this.temporary = temporary;
    }

    /// Starts a server whose data is kept in `folder` and found there by the next one.
    ///
    /// @param port where it listens, 0 for a free one
    public static DatabaseServer keepingIn(Path folder, int port) {
        return start(folder.resolve("data"), folder.resolve("program"), port, List.of());
    }

    /// Starts an empty server in a temporary folder that goes when it is closed.
    public static DatabaseServer temporary() {
        try {
            Path folder = Files.createTempDirectory("reading-room-database");
            return start(folder.resolve("data"), folder.resolve("program"), 0, List.of(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DatabaseServer start(Path data, Path program, int port, List<Path> temporary) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(program);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(program.toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", temporary.isEmpty() ? "on" : "off")
                    .start();
            return new DatabaseServer(server, temporary);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Where it listens, for a JDBC driver; the user is [#USER], without a password.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Path folder : temporary) {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
