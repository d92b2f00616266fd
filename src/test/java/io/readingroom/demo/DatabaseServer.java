package io.readingroom.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A real PostgreSQL of this machine's own. It ends when it is closed, and with the process.
public final class DatabaseServer implements AutoCloseable {

    /// The login of the server's administrator, whom nothing keeps from any row; it accepts local connections only.
    public static final String USER = "postgres";

    /// The login that owns the tables.
    public static final String OWNER = "reading_room_owner";

    /// The login of the service, which owns nothing.
    public static final String SERVICE = "reading_room";

    private static final Path ROLES = Path.of("src", "main", "database", "roles.sql");
    private static final String LOGIN = """
            do $$ begin
                if not exists (select from pg_roles where rolname = '{login}') then create role {login} login; end if;
            end $$""";

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
            // The library leaves both off, which is right for what nobody keeps.
            String kept = temporary.isEmpty() ? "on" : "off";
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(program.toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", kept)
                    .setServerConfig("synchronous_commit", kept)
                    .start();
            makeLogins(server);
            return new DatabaseServer(server, temporary);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// As an administrator would.
    private static void makeLogins(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(LOGIN.replace("{login}", OWNER));
            statement.execute(LOGIN.replace("{login}", SERVICE));
            statement.execute(Files.readString(ROLES));
        } catch (SQLException failed) {
            throw new IllegalStateException("The logins of the database could not be made", failed);
        }
    }

    /// Where it listens, for a JDBC driver; the users are [#USER], [#OWNER] and [#SERVICE], without a password.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /// The settings, as variables of the environment, by which a packaged service works on it and may not do
    /// everything.
    public Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(),
                "QUARKUS_DATASOURCE_USERNAME",
                SERVICE,
                "QUARKUS_DATASOURCE_PASSWORD",
                "",
                "QUARKUS_DATASOURCE_MIGRATION_USERNAME",
                OWNER);
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
