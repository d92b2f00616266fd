package io.readingroom.privacy.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// A key service for a test, and what its own operators do there.
interface VaultServer extends AutoCloseable {

    URI address();

    String rootToken();

    String unsealKey();

    @Override
    void close();

    /// Has a Transit engine with a key.
    default void prepare(boolean derived) {
        admin("POST", "sys/mounts/transit", Map.of("type", "transit"));
        admin("POST", "transit/keys/reading-room", Map.of("derived", derived));
    }

    default void rotate() {
        admin("POST", "transit/keys/reading-room/rotate", Map.of());
    }

    default void seal() {
        admin("POST", "sys/seal", Map.of());
    }

    default void unseal() {
        admin("POST", "sys/unseal", Map.of("key", unsealKey()));
    }

    /// A token that may use the engine.
    default String token(int seconds) {
        admin(
                "POST",
                "sys/policies/acl/reading-room",
                Map.of("policy", "path \"transit/*\" { capabilities = [\"read\", \"update\"] }"));
        return admin(
                        "POST",
                        "auth/token/create",
                        Map.of("policies", new String[] {"reading-room"}, "ttl", seconds + "s", "renewable", true))
                .path("auth")
                .path("client_token")
                .asText();
    }

    private JsonNode admin(String method, String path, Map<String, ?> body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(address().resolve("/v1/" + path))
                            .header("X-Vault-Token", rootToken())
                            .header("X-Vault-Namespace", "")
                            .method(method, BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(body)))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isIn(200, 204);
            return answer.body().length == 0 ? MissingNode.getInstance() : new ObjectMapper().readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
