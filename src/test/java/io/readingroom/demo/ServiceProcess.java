package io.readingroom.demo;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged service, run as a process of its own exactly as it is deployed.
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final URI address;

    private ServiceProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts the service and waits until it answers.
    ///
    /// @param port where it listens, 0 for a free one
    /// @param log receives what it prints
    /// @param settings its settings, as environment variables
    /// @throws IllegalStateException when it ends or does not answer in time; the message names the log
    public static ServiceProcess start(int port, Path log, Map<String, String> settings)
            throws IOException, InterruptedException {
        int chosen = port == 0 ? freePort() : port;
        ServiceProcess service =
                new ServiceProcess(launch(chosen, log, settings), URI.create("http://localhost:" + chosen));
        service.awaitReady(log);
        return service;
    }

    /// Starts the service with settings by which it ends by itself, and waits for that.
    ///
    /// @return its exit code
    /// @throws IllegalStateException when it has not ended within `most`
    public static int run(Path log, Map<String, String> settings, Duration most)
            throws IOException, InterruptedException {
        try (ServiceProcess service = new ServiceProcess(launch(0, log, settings), URI.create("http://localhost"))) {
            return service.awaitExit(most);
        }
    }

    private static Process launch(int port, Path log, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toAbsolutePath().toString()));
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return builder.start();
    }

    /// Where it listens.
    public URI address() {
        return address;
    }

    /// Whether the process still runs.
    public boolean alive() {
        return process.isAlive();
    }

    /// Kills the process at once, as a power cut would.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Tells the process to stop, as a cluster or an init system does, and goes on.
    public void terminate() {
        process.destroy();
    }

    /// Waits for the process to end.
    ///
    /// @return its exit code
    /// @throws IllegalStateException when it has not ended within `most`
    public int awaitExit(Duration most) throws InterruptedException {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The service did not end within " + most);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/q/health/live"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            while (!answers(client, request)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IllegalStateException("The service did not start; its log is " + log.toAbsolutePath());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
