package io.readingroom.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A PostgreSQL and the packaged service on it, both ended together, by [#close] or when the program is interrupted.
public final class DemoStage implements AutoCloseable {

    private final DatabaseServer database;
    private final ServiceProcess service;
    private final Thread hook = new Thread(this::end, "end-of-demo");

    private DemoStage(DatabaseServer database, ServiceProcess service) {
        this.database = database;
        this.service = service;
    }

    /// Starts both.
    ///
    /// @param data the folder in which they keep what must last
    /// @param port where the service listens, 0 for a free one
    /// @param settings of the service, as environment variables
    public static DemoStage open(Path data, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        DatabaseServer database = DatabaseServer.keepingIn(data.resolve("postgresql"), 0);
        try {
            Map<String, String> all = new HashMap<>(settings);
            all.putAll(database.settings());
            // What is kept may belong to the administrator, who was the only login once.
            all.put("QUARKUS_DATASOURCE_MIGRATION_USERNAME", DatabaseServer.USER);
            all.put(
                    "READING_ROOM_PRIVACY_KEK_FILE",
                    data.resolve("key-encryption-key").toAbsolutePath().toString());
            all.put("READING_ROOM_PRIVACY_KEK_GENERATE", "true");
            all.put("READING_ROOM_ACCESS_MODE", "development");
            all.put("READING_ROOM_ACCESS_DEMONSTRATION", "true");
            all.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
            DemoStage stage = new DemoStage(database, ServiceProcess.start(port, data.resolve("service.log"), all));
            Runtime.getRuntime().addShutdownHook(stage.hook);
            return stage;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /// Where the service listens.
    public URI address() {
        return service.address();
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        service.close();
        database.close();
    }
}
