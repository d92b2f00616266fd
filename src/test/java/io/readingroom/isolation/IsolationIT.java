package io.readingroom.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.readingroom.demo.DatabaseServer;
import io.readingroom.demo.ReadingRoomClient;
import io.readingroom.demo.ReadingRoomClient.Reply;
import io.readingroom.demo.ServiceProcess;
import io.readingroom.inference.ollama.ScriptedOllama;
import io.readingroom.inference.ollama.ScriptedReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged service reads documents that want to phone home. In a network namespace whose packets the kernel
/// counts none is sent; where there is no such namespace, whoever they want to call is never called.
@Tag("isolation")
class IsolationIT {

    /// Nobody's address, for documentation (RFC 5737).
    private static final InetAddress NOWHERE = InetAddress.ofLiteral("203.0.113.77");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final ScriptedOllama model = ScriptedOllama.start().answering(chat -> ScriptedReply.answer("{}"));
    private final DatabaseServer database = DatabaseServer.temporary();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<ServiceProcess> started = new ArrayList<>();
    private ServerSocket home;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws IOException {
        home = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerThePhone);
    }

    @AfterEach
    void stop() throws IOException {
        started.forEach(ServiceProcess::close);
        home.close();
        database.close();
        model.close();
    }

    @Test
    void nobody_is_called_whom_a_document_wants_called() throws Exception {
        ServiceProcess service = service();

        Map<String, String> ends = read(service, URI.create("http://127.0.0.1:" + home.getLocalPort()), List.of());

        assertThat(ends.values()).allMatch("completed"::equals);
        assertThat(calls).hasValue(0);
        try (ReadingRoomClient client = new ReadingRoomClient(service.address())) {
            JsonNode statement = client.get("/v1/privacy/statement").body().path("statement");
            assertThat(statement.path("holds").asBoolean())
                    .as(statement.toString())
                    .isTrue();
            assertThat(statement.path("refusedConnections").asInt(-1)).isZero();
        }
    }

    @Test
    void no_packet_leaves_the_namespace() throws Exception {
        Optional<CountedInterface> given = CountedInterface.given();
        assumeTrue(given.isPresent(), "runs in the namespace that .ci/isolation makes");
        CountedInterface way = given.orElseThrow();
        ServiceProcess service = service();
        way.settle();
        long before = way.sent();

        Map<String, String> ends =
                new TreeMap<>(read(service, URI.create("http://" + NOWHERE.getHostAddress()), givenDocuments()));
        ends.putAll(read(service, URI.create("http://phone-home.example"), List.of()));
        long sent = way.sent() - before;

        System.out.println("Documents and how they ended: " + ends);
        System.out.println("Packets sent out of the namespace while " + ends.size() + " documents were read: " + sent);
        assertThat(sent).isZero();
        callSomebody();
        assertThat(way.sent()).as("a packet that is sent is counted").isGreaterThan(before);
    }

    /// Uploads the documents that call `target`, and more, and waits for their ends.
    private Map<String, String> read(ServiceProcess service, URI target, List<Path> more)
            throws IOException, InterruptedException {
        Map<String, String> ends = new TreeMap<>();
        Path own = Files.createDirectory(folder.resolve(target.getHost() + "." + target.getPort()));
        for (Map.Entry<String, byte[]> document : PhoneHome.documents(target).entrySet()) {
            Files.write(own.resolve(document.getKey()), document.getValue());
        }
        try (ReadingRoomClient client = new ReadingRoomClient(service.address())) {
            Map<String, String> taken = new TreeMap<>();
            List<Path> files = new ArrayList<>(list(own));
            files.addAll(more);
            for (Path file : files) {
                String name = target.getHost() + " " + file.getFileName();
                Reply reply = client.upload(file.getFileName().toString(), file, Map.of());
                if (reply.ok()) {
                    taken.put(name, reply.body().path("id").asText());
                } else {
                    ends.put(name, "REFUSED " + reply.status());
                }
            }
            for (Map.Entry<String, String> document : taken.entrySet()) {
                JsonNode end = client.await(document.getValue(), LIMIT, status -> {});
                ends.put(document.getKey(), end.path("state").asText());
            }
        }
        return ends;
    }

    /// The documents of a folder that may be given, of whatever kind.
    private static List<Path> givenDocuments() throws IOException {
        String more = System.getenv("READING_ROOM_MORE_DOCUMENTS");
        return more == null ? List.of() : list(Path.of(more));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private ServiceProcess service() throws IOException, InterruptedException {
        Map<String, String> settings = Settings.of(database, folder, model.baseUrl());
        settings.put("READING_ROOM_INFERENCE_MODEL", ScriptedOllama.MODEL);
        ServiceProcess service = ServiceProcess.start(0, folder.resolve("service.log"), settings);
        started.add(service);
        return service;
    }

    private void answerThePhone() {
        while (!home.isClosed()) {
            try {
                home.accept().close();
                calls.incrementAndGet();
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                calls.incrementAndGet();
            }
        }
    }

    private static void callSomebody() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress(NOWHERE, 9));
        }
    }
}
