package io.readingroom.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoNetworkIT {

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('x');
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_process_that_reads_documents_has_no_way_out() throws Exception {
        assertThat(attempts(NoNetwork.PROPERTIES, "sealed")).hasSize(7).allMatch(line -> line.endsWith(" closed"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void the_same_ways_are_open_to_a_process_that_is_not_sealed() throws Exception {
        assertThat(attempts(List.of(), "unsealed")).hasSize(7).allMatch(line -> line.endsWith(" open"));
        assertThat(requests).hasValueGreaterThan(0);
    }

    private List<String> attempts(List<String> properties, String seal) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A name that can be looked up without asking anybody, as long as the seal does not take the file's place.
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 phone-home.example\n");
        line.add("-Djdk.net.hosts.file=" + hosts);
        line.addAll(properties);
        line.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                NetworkAttempts.class.getName(),
                String.valueOf(server.getAddress().getPort()),
                seal));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
