package io.readingroom.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.readingroom.document.RefusedException;
import io.readingroom.egress.Locks;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.server.ExtractionServer;
import io.readingroom.extraction.server.ExtractorRole;
import io.readingroom.extraction.worker.Fixtures;
import io.readingroom.reading.TestConfig;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A service and an extractor that know each other by address alone.
@Timeout(120)
class RemoteExtractionIT {

    private static final String TEXT = "text/plain";
    private static final int MEGABYTES = 24;
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path work;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "reading-room.extraction.workers", "1",
            "reading-room.extraction.memory", "64M",
            "reading-room.extraction.time-limit", "PT30S"));

    private final Children children = new Children();
    private ExtractionServer server;
    private ProcessExtractor extractor;

    @BeforeEach
    void serves_unless_a_test_says_otherwise() throws IOException {
        server = server();
        extractor = at("localhost:" + server.port());
    }

    @AfterEach
    void no_process_is_left() {
        extractor.stop();
        server.close();
        assertThat(children.descendants()).isEmpty();
    }

    @Test
    void documents_of_every_size_are_read_one_after_the_other() throws Exception {
        assertNextIsRead();
        assertThat(text(new byte[MEGABYTES << 20], TEXT)).isEqualTo("ok");
        assertThat(text(new byte[0], TEXT)).isEqualTo("ok");
    }

    @Test
    void what_fails_a_document_here_fails_it_there() throws Exception {
        settings.put("reading-room.extraction.time-limit", "PT4S");
        server.close();
        server = server();
        extractor = at("localhost:" + server.port());
        assertFails("test/hang", ExtractionRefusal.LIMIT);
        assertNextIsRead();
        assertFails("test/hoard", ExtractionRefusal.LIMIT);
        assertFails("test/crash", ExtractionRefusal.CRASHED);
        assertFails("test/babble", ExtractionRefusal.CRASHED);
        assertNextIsRead();
    }

    @Test
    void a_caller_that_is_interrupted_takes_the_distant_worker_along() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                extractor.extract(bytes("x"), "test/hang");
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
        });
        awaitGrandchildren(1);
        caller.interrupt();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        awaitGrandchildren(0);
        assertNextIsRead();
    }

    @Test
    void an_extractor_that_stops_amid_a_document_leaves_it_to_another() throws Exception {
        Thread.ofVirtual().start(() -> {
            awaitGrandchildren(1);
            server.close();
        });
        assertFails("test/hang", ExtractionRefusal.UNAVAILABLE);
    }

    @Test
    void an_extractor_that_is_not_there_is_told_from_a_document_that_fails() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            extractor = at("localhost:" + taken.getLocalPort());
        }
        assertFails(TEXT, ExtractionRefusal.UNAVAILABLE);
    }

    @Test
    void something_else_at_the_address_is_no_extractor() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0)) {
            extractor = at("localhost:" + stranger.getLocalPort());
            Thread.ofVirtual().start(() -> {
                try (Socket socket = stranger.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            assertFails(TEXT, ExtractionRefusal.UNAVAILABLE);
        }
    }

    @Test
    void probes_and_strangers_do_not_disturb_it() throws Exception {
        for (int i = 0; i < 200; i++) {
            new Socket("localhost", server.port()).close();
        }
        try (Socket stranger = new Socket("localhost", server.port())) {
            stranger.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertNextIsRead();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extractor", "extractor:0", ":8081", "http://extractor:8081", "extractor:8081/x", "a b:8081"})
    void an_address_that_is_none_is_refused(String address) {
        assertThatThrownBy(() -> RemoteWorkers.at(address, Locks.byDefault()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reading-room.extraction.address");
    }

    @Test
    void the_program_is_an_extractor_when_told_so() throws Exception {
        settings.put("reading-room.extraction.memory", "256M");
        Process program = program();
        try (BufferedReader log = program.inputReader()) {
            String listens = log.lines()
                    .filter(line -> line.contains("Extractor listens on port"))
                    .findFirst()
                    .orElseThrow();
            extractor = at("localhost:" + listens.replaceAll(".*port (\\d+).*", "$1"));
            byte[] agreement = Fixtures.pdf("The landlord and the tenant agree.", "One more page.");
            ExtractedText pdf;
            try (Scope _ = onTrace().makeCurrent()) {
                pdf = extractor.extract(new ByteArrayInputStream(agreement), "application/pdf");
            }
            assertThat(pdf.pages()).hasSize(2);
            assertThat(pdf.language()).isEqualTo("en");
            JsonNode line = new ObjectMapper()
                    .readTree(log.lines()
                            .filter(written -> written.contains("Document read"))
                            .findFirst()
                            .orElseThrow());
            assertThat(line.path("mdc").path("traceId").asText()).isEqualTo(TRACE);
        } finally {
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Context onTrace() {
        return Context.root()
                .with(Span.wrap(SpanContext.create(
                        TRACE, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault())));
    }

    private Process program() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.readingroom.ReadingRoom",
                        ExtractorRole.NAME)
                .redirectErrorStream(true);
        builder.environment().put("READING_ROOM_EXTRACTOR_PORT", "0");
        builder.environment().put("READING_ROOM_EXTRACTION_MEMORY", "256M");
        builder.environment().put("READING_ROOM_EXTRACTION_WORK_FOLDER", work.toString());
        return builder.start();
    }

    private ExtractionServer server() throws IOException {
        ExtractionServer started = new ExtractionServer(0, 4, new WorkerPool(limits(), HostileWorker.command("serve")));
        Thread.ofVirtual().start(() -> {
            try {
                started.serve();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        return started;
    }

    private ProcessExtractor at(String address) {
        settings.put("reading-room.extraction.address", address);
        return new ProcessExtractor(limits(), Locks.byDefault());
    }

    private void assertFails(String deed, ExtractionRefusal expected) {
        assertThatThrownBy(() -> extractor.extract(bytes("x"), deed))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(expected));
    }

    private void assertNextIsRead() throws InterruptedException {
        assertThat(text("x".getBytes(StandardCharsets.UTF_8), TEXT)).isEqualTo("ok");
    }

    private String text(byte[] content, String mediaType) throws InterruptedException {
        return extractor
                .extract(new ByteArrayInputStream(content), mediaType)
                .text()
                .reveal();
    }

    /// A hanging worker has started a process of its own.
    private static void awaitGrandchildren(long expected) {
        long children;
        long all;
        do {
            Thread.onSpinWait();
            List<ProcessHandle> descendants = ProcessHandle.current()
                    .descendants()
                    .filter(ProcessHandle::isAlive)
                    .toList();
            all = descendants.size();
            children = ProcessHandle.current()
                    .children()
                    .filter(ProcessHandle::isAlive)
                    .count();
        } while (all - children != expected);
    }

    private ExtractionLimits limits() {
        settings.put("reading-room.extraction.work-folder", work.toString());
        return TestConfig.mapped(ExtractionLimits.class, settings);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
