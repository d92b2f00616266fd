package io.readingroom.demo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// The PostgreSQL that the service expects in development.
public final class DevelopmentDatabase {

    private static final int PORT = 5432;

    private DevelopmentDatabase() {}

    /// Serves until it is interrupted.
    public static void main(String... arguments) throws InterruptedException {
        try (DatabaseServer server = DatabaseServer.keepingIn(Path.of("data", "development"), PORT)) {
            System.out.println("PostgreSQL at " + server.url() + " for the user " + DatabaseServer.USER
                    + ", until Ctrl-C. Now start the service: ./mvnw quarkus:dev -Dquick");
            new CountDownLatch(1).await();
        }
    }
}
