package io.readingroom.replicas;

import io.readingroom.demo.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// One of several packaged services on one database, which is killed and comes back.
final class Replica implements AutoCloseable {

    private final Path log;
    private final Map<String, String> settings;
    private volatile ServiceProcess process;
    private int starts;

    private Replica(Path log, Map<String, String> settings) throws IOException, InterruptedException {
        this.log = log;
        this.settings = settings;
        this.process = launch();
    }

    /// Starts a replica and waits until it answers.
    static Replica start(Path log, Map<String, String> settings) throws IOException, InterruptedException {
        return new Replica(log, settings);
    }

    /// Where it listens since its last start.
    URI address() {
        return process.address();
    }

    /// Kills it as a power cut would, and starts it again.
    void crash() throws IOException, InterruptedException {
        process.kill();
        process = launch();
    }

    /// Tells it to stop, and goes on.
    void terminate() {
        process.terminate();
    }

    /// Waits for it to end.
    ///
    /// @return its exit code
    int awaitExit(Duration most) throws InterruptedException {
        return process.awaitExit(most);
    }

    @Override
    public void close() {
        process.close();
    }

    private ServiceProcess launch() throws IOException, InterruptedException {
        starts++;
        return ServiceProcess.start(0, log.resolveSibling(log.getFileName() + "." + starts + ".log"), settings);
    }
}
