package io.readingroom.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.readingroom.privacy.crypto.Primitives;
import io.readingroom.privacy.crypto.RandomBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/// As much of Vault's documented protocol as a client of Transit meets, with its statuses, tokens that
/// run out, versions of keys and real AES-256-GCM under keys derived from the context. Where a request
/// is not as documented, it says 400.
final class ScriptedVault implements VaultServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "hvs.root";

    private final HttpServer server;
    private final Map<String, Token> tokens = new HashMap<>(Map.of(ROOT, new Token(0, false)));
    private final Map<String, Key> keys = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String namespace;
    private boolean sealed;
    private String serviceAccount = "";

    private static final class Token {
        final long seconds;
        final boolean renewable;
        int renewals;

        Token(long seconds, boolean renewable) {
            this.seconds = seconds;
            this.renewable = renewable;
        }
    }

    private record Key(boolean derived, List<byte[]> versions) {}

    /// An answer that is not 200.
    private static final class Status extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Status(int code) {
            super("status " + code);
            this.code = code;
        }
    }

    private ScriptedVault(String namespace) throws IOException {
        this.namespace = namespace;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// Starts one whose callers must name this namespace; the empty one for none.
    static ScriptedVault start(String namespace) throws IOException {
        return new ScriptedVault(namespace);
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public String rootToken() {
        return ROOT;
    }

    @Override
    public String unsealKey() {
        return "unseal";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// Lets pods with this token log in.
    synchronized void admit(String token) {
        serviceAccount = token;
    }

    /// Forgets all tokens but the root's, as when they have run out.
    synchronized void forgetTokens() {
        tokens.keySet().removeIf(token -> !token.equals(ROOT));
    }

    synchronized int renewals() {
        return tokens.values().stream().mapToInt(token -> token.renewals).sum();
    }

    /// The paths that were asked for.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/v1/".length());
            asked.add(path);
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer;
            int status = 200;
            try {
                @Nullable
                Object told = told(exchange, path, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
                answer = told == null ? new byte[0] : JSON.writeValueAsBytes(told);
                status = told == null ? 204 : 200;
            } catch (Status refused) {
                status = refused.code;
                answer = "{\"errors\":[\"refused\"]}".getBytes(StandardCharsets.UTF_8);
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized @Nullable Object told(HttpExchange exchange, String path, JsonNode body) {
        if (path.equals("sys/unseal")) {
            sealed = false;
            return Map.of("sealed", false);
        }
        if (sealed) {
            throw new Status(503);
        }
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Namespace"));
        if (!namespace.isEmpty() && !namespace.equals(given)) {
            throw new Status(403);
        }
        if (path.equals("auth/kubernetes/login")) {
            return login(body);
        }
        String name = String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
        Token token = tokens.get(name);
        if (token == null) {
            throw new Status(403);
        }
        String[] steps = path.split("/", -1);
        return switch (steps[0]) {
            case "auth" -> ofToken(steps[2], name, token, body);
            case "transit" -> transit(exchange.getRequestMethod(), steps, body);
            case "sys" -> {
                sealed = path.equals("sys/seal");
                yield null;
            }
            default -> throw new Status(404);
        };
    }

    private Object login(JsonNode body) {
        if (serviceAccount.isEmpty()
                || !body.path("role").asText().equals("reading-room")
                || !body.path("jwt").asText().equals(serviceAccount)) {
            throw new Status(403);
        }
        return issued(3600, true);
    }

    private Map<String, Object> issued(long seconds, boolean renewable) {
        String name = "hvs." + HexFormat.of().formatHex(RandomBytes.of(12));
        tokens.put(name, new Token(seconds, renewable));
        return auth(name, seconds, renewable);
    }

    private static Map<String, Object> auth(String name, long seconds, boolean renewable) {
        return Map.of("auth", Map.of("client_token", name, "lease_duration", seconds, "renewable", renewable));
    }

    private Object ofToken(String what, String name, Token token, JsonNode body) {
        return switch (what) {
            case "create" ->
                issued(
                        Long.parseLong(body.path("ttl").asText().replace("s", "")),
                        body.path("renewable").asBoolean());
            case "lookup-self" -> Map.of("data", Map.of("ttl", token.seconds, "renewable", token.renewable));
            case "renew-self" -> {
                if (!token.renewable) {
                    throw new Status(400);
                }
                token.renewals++;
                yield auth(name, token.seconds, true);
            }
            default -> throw new Status(404);
        };
    }

    private @Nullable Object transit(String method, String[] steps, JsonNode body) {
        if (steps[1].equals("keys") && method.equals("POST")) {
            if (steps.length == 4) {
                key(steps[2]).versions().add(RandomBytes.of(32));
            } else {
                keys.putIfAbsent(
                        steps[2],
                        new Key(body.path("derived").asBoolean(), new ArrayList<>(List.of(RandomBytes.of(32)))));
            }
            return null;
        }
        if (steps[1].equals("keys")) {
            Key key = Optional.ofNullable(keys.get(steps[2])).orElseThrow(() -> new Status(404));
            return Map.of(
                    "data",
                    Map.of(
                            "derived",
                            key.derived(),
                            "latest_version",
                            key.versions().size()));
        }
        Key key = key(steps[2]);
        byte[] context = decoded(body, "context");
        return switch (steps[1]) {
            case "encrypt" -> Map.of("data", encrypted(key, decoded(body, "plaintext"), context));
            case "decrypt" ->
                Map.of("data", Map.of("plaintext", Base64.getEncoder().encodeToString(decrypted(key, body, context))));
            case "rewrap" -> Map.of("data", encrypted(key, decrypted(key, body, context), context));
            default -> throw new Status(404);
        };
    }

    private Key key(String name) {
        return Optional.ofNullable(keys.get(name)).orElseThrow(() -> new Status(400));
    }

    private static Map<String, Object> encrypted(Key key, byte[] plain, byte[] context) {
        int version = key.versions().size();
        byte[] nonce = RandomBytes.of(Primitives.NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, version, context, nonce, plain);
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return Map.of(
                "ciphertext",
                "vault:v" + version + ":" + Base64.getEncoder().encodeToString(all),
                "key_version",
                version);
    }

    private static byte[] decrypted(Key key, JsonNode body, byte[] context) {
        String[] parts = body.path("ciphertext").asText().split(":", 3);
        if (parts.length != 3 || !parts[0].equals("vault")) {
            throw new Status(400);
        }
        byte[] all = Base64.getDecoder().decode(parts[2]);
        int version = Integer.parseInt(parts[1].substring(1));
        return cipher(
                Cipher.DECRYPT_MODE,
                key,
                version,
                context,
                Arrays.copyOf(all, Primitives.NONCE_BYTES),
                Arrays.copyOfRange(all, Primitives.NONCE_BYTES, all.length));
    }

    private static byte[] cipher(int mode, Key key, int version, byte[] context, byte[] nonce, byte[] text) {
        if (version > key.versions().size() || key.derived() != (context.length > 0)) {
            throw new Status(400);
        }
        try {
            return Primitives.gcm(
                            mode,
                            Primitives.derive(key.versions().get(version - 1), new byte[0], context),
                            nonce,
                            new byte[0])
                    .doFinal(text);
        } catch (GeneralSecurityException notGenuine) {
            throw new Status(400);
        }
    }

    private static byte[] decoded(JsonNode body, String field) {
        return Base64.getDecoder().decode(body.path(field).asText());
    }
}
