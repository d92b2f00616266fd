package io.readingroom.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The PostgreSQL that the service expects in development; with `--temporary` an empty one at a free port, for one use.
public final class DevelopmentDatabase {

    private static final int PORT = 5432;

    private DevelopmentDatabase() {}

    /// Serves until it is interrupted, whatever signal ends it.
    public static void main(String... arguments) throws InterruptedException {
        boolean temporary = List.of(arguments).contains("--temporary");
        DatabaseServer server =
                temporary ? DatabaseServer.temporary() : DatabaseServer.keepingIn(Path.of("data", "development"), PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-of-database"));
        System.out.println("PostgreSQL at " + server.url() + " for the user " + DatabaseServer.USER + ", until Ctrl-C."
                + (temporary ? "" : " Now start the service: ./mvnw quarkus:dev -Dquick"));
        new CountDownLatch(1).await();
    }
}
