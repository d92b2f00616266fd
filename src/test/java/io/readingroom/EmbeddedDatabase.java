package io.readingroom;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.readingroom.demo.DatabaseServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives every test that boots the service one real, empty PostgreSQL: `@QuarkusTestResource(EmbeddedDatabase.class)`.
public final class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable DatabaseServer server;

    @Override
    public Map<String, String> start() {
        DatabaseServer started = DatabaseServer.temporary();
        server = started;
        return Map.of(
                "quarkus.datasource.jdbc.url",
                started.url(),
                "quarkus.datasource.username",
                DatabaseServer.SERVICE,
                "quarkus.datasource.password",
                "",
                "quarkus.datasource.migration.username",
                DatabaseServer.OWNER);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
