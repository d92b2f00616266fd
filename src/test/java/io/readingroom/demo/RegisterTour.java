package io.readingroom.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/// Shows what the register says about a document, and has it verified without the service.
final class RegisterTour {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final Path APP = Path.of("target/quarkus-app/app");
    private static final int LINES = 4;

    private final PrintStream out;
    private final ReadingRoomClient client;
    private final URI service;
    private final Path folder;

    RegisterTour(PrintStream out, ReadingRoomClient client, URI service, Path folder) {
        this.out = out;
        this.client = client;
        this.service = service;
        this.folder = folder;
    }

    void show(String document) throws IOException, InterruptedException {
        String life = "/v1/audit/queries/life?document=" + document;
        out.println("\nThe register, asked what happened to the last document: GET " + life);
        for (JsonNode event : client.get(life).body().path("events")) {
            out.printf(
                    "  %s  %-20s %-10s %s%n",
                    TIME.format(Instant.parse(event.path("time").asText())),
                    event.path("code").asText(),
                    event.path("outcome").asText(),
                    event.path("detail").path("model").asText());
        }
        verify();
        out.println(
                "  Ask it yourself: java -jar target/quarkus-app/quarkus-run.jar audit queries --server " + service);
    }

    private void verify() throws IOException, InterruptedException {
        Path keys = fetch("/v1/audit/keys", "register.vkey");
        Path checkpoint = fetch("/v1/audit/checkpoint", "register.checkpoint");
        Path bundle = fetch("/v1/audit/bundle", "register.zip");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar().toString(),
                "io.readingroom.verifier.Verify",
                bundle.toString(),
                "--key",
                keys.toString(),
                "--anchored",
                checkpoint.toString());
        out.println("Is it whole? Verified without the service, by the JDK alone: java "
                + String.join(" ", command.subList(1, command.size())));
        Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (Stream<String> said = verifier.inputReader(StandardCharsets.UTF_8).lines()) {
            said.limit(LINES).forEach(line -> out.println("  " + line));
        }
        if (verifier.waitFor() != 0) {
            throw new IllegalStateException("The register could not be verified");
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> jars = Files.list(APP)) {
            return jars.findFirst().orElseThrow(() -> new IllegalStateException("The service is not built"));
        }
    }

    private Path fetch(String path, String name) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve(name);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return Files.write(file, answer.body());
        }
    }
}
