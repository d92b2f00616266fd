package io.readingroom.officer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.readingroom.ReadingRoom;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line against servers that do what a Reading Room does not.
class OfficerTest {

    private static final String ONE_EVENT = """
            {"events":[{"index":1,"code":"document.erased\\u001b[2J\\u202e","outcome":"succeeded","detail":{}}]""";

    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stopServers() {
        servers.forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weather",
                "events --colour red",
                "events --out file",
                "log --document x",
                "log -- x",
                "integrity --actor x",
                "events --document",
                "events --code a --code b",
                "events accesses",
                "ask",
                "receipt 1",
                "bundle",
                "events --format xml",
                "integrity --format csv",
                "log --server ftp://localhost",
                "log --server http://user:secret@localhost",
                "log --ca-file /dev/null",
                "log --token-file /does/not/exist"
            })
    void a_command_that_is_none_is_refused_before_anybody_is_asked(String command) throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        String server = serve(exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer(exchange, 200, "{}");
        });
        Told told = Told.of(server, command.isEmpty() ? new String[0] : command.split(" ", -1));
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("--help").doesNotContain("secret@");
        assertThat(asked).isEmpty();
    }

    @Test
    void the_token_comes_out_of_a_file_and_follows_no_redirection() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "abc.def-1\n");
        List<String> seen = new CopyOnWriteArrayList<>();
        String elsewhere = serve(exchange -> {
            seen.add("elsewhere");
            answer(exchange, 200, "{}");
        });
        String server = serve(exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Location", elsewhere);
            answer(exchange, 302, "");
        });
        Told told = Told.of(server, "log", "--token-file", token.toString());
        assertThat(told.status()).isEqualTo(3);
        assertThat(seen).containsExactly("Bearer abc.def-1");
    }

    @Test
    void a_token_goes_to_another_machine_in_a_sealed_connection_only() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "abc");
        Told told = Told.of("http://reading-room.invalid", "log", "--token-file", token.toString());
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("https");
    }

    @Test
    void no_character_of_an_answer_commands_the_terminal() throws Exception {
        String server = serve(exchange -> answer(exchange, 200, ONE_EVENT + "}"));
        for (String format : List.of("table", "json", "csv")) {
            Told told = Told.of(server, "events", "--format", format);
            assertThat(told.status()).isZero();
            assertThat(told.out()).contains("document.erased").doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void pages_that_lead_nowhere_end() throws Exception {
        String server = serve(exchange -> answer(exchange, 200, ONE_EVENT + ",\"next\":\"same\"}"));
        Told told = Told.of(server, "events", "--all");
        assertThat(told.status()).isEqualTo(4);
    }

    @Test
    void an_empty_page_that_is_not_the_last_is_no_answer_yet() throws Exception {
        String server = serve(exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            answer(
                    exchange,
                    200,
                    query.contains("cursor=behind")
                            ? ONE_EVENT + ",\"next\":\"more\"}"
                            : "{\"events\":[],\"next\":\"behind\"}");
        });
        Told told = Told.of(server, "events", "--code", "document.erased");
        assertThat(told.status()).isZero();
        assertThat(told.out()).containsOnlyOnce("document.erased");
        assertThat(told.err()).contains("--all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"events\":1}", ""})
    void an_answer_of_something_else_is_none(String text) throws Exception {
        String server = serve(exchange -> answer(exchange, 200, text));
        assertThat(Told.of(server, "events").status()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integrity", "log"})
    void silence_does_not_pass_for_a_whole_log(String command) throws Exception {
        String server = serve(exchange -> answer(exchange, 200, "{}"));
        assertThat(Told.of(server, command).status()).isEqualTo(4);
    }

    @Test
    void a_frozen_log_ends_with_one() throws Exception {
        String server = serve(exchange ->
                answer(exchange, 200, "{\"epoch\":1,\"size\":9,\"pending\":0,\"frozen\":\"database-went-back\"}"));
        Told told = Told.of(server, "log");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("database-went-back");
    }

    @Test
    void an_export_that_breaks_off_leaves_no_file() throws Exception {
        String server = serve(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("half".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        Told told =
                Told.of(server, "export", "--out", folder.resolve("register").toString());
        assertThat(told.status()).isEqualTo(4);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void who_cannot_be_reached_is_told_so() throws Exception {
        String server = serve(exchange -> answer(exchange, 200, "{}"));
        servers.getFirst().stop(0);
        assertThat(Told.of(server, "log").status()).isEqualTo(4);
    }

    @Test
    void a_certificate_is_trusted_by_the_authority_that_was_named_alone() throws Exception {
        Path store = folder.resolve("store.p12");
        keytool("-genkeypair", store, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        Path authority = folder.resolve("authority.pem");
        keytool("-exportcert", store, "-rfc", "-file", authority.toString());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        String address = "https://localhost:" + start(server, exchange -> answer(exchange, 200, "{\"frozen\":null}"));
        assertThat(Told.of(address, "log").status()).isEqualTo(4);
        assertThat(Told.of(address, "log", "--ca-file", authority.toString()).status())
                .isZero();
    }

    @Test
    void the_program_takes_the_role_without_the_service() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingRoom.class.getName(),
                        "audit",
                        "--help")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(text).startsWith("  audit events").doesNotContain("Quarkus", "powered by");
        }
    }

    private void keytool(String command, Path store, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-alias",
                "server"));
        words.addAll(List.of(options));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private String serve(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        return "http://localhost:" + start(server, handler);
    }

    private int start(HttpServer server, HttpHandler handler) {
        server.createContext("/", handler);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
