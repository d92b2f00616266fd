package io.readingroom.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.readingroom.egress.EgressRefusedException;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.egress.LockedHttpClients;
import io.readingroom.egress.Purpose;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The wire to the key service.
@ApplicationScoped
public class TransitServer {

    private static final int CONNECTIONS = 32;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final byte[] NOTHING = {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VaultSettings settings;
    private final LockedHttpClient client;

    @Inject
    TransitServer(VaultSettings settings, LockedHttpClients clients) {
        this.settings = settings;
        this.client = clients.of(
                Purpose.KEY_SERVICE,
                new LockedHttpClient.Limits(settings.timeout(), CONNECTIONS, LONGEST_ANSWER, settings.caFile()));
    }

    /// What was answered, its body empty when it is no JSON.
    record Reply(int status, JsonNode body) {}

    /// Asks for `/v1/` and the path.
    ///
    /// @param token null for a login
    /// @param body null for a GET
    Reply ask(String path, @Nullable String token, @Nullable Map<String, ?> body) throws KeyServiceException {
        URI place = settings.address().orElseThrow(() -> new KeyServiceException(Trouble.UNREACHABLE));
        HttpMethod method = body == null ? HttpMethod.GET : HttpMethod.POST;
        byte[] sent = body == null ? NOTHING : bytes(body);
        try {
            LockedHttpClient.Reply reply = client.ask(
                    new LockedHttpClient.Request(method, place, "/v1/" + path, headers(token, body), sent),
                    settings.timeout());
            return new Reply(reply.status(), json(reply.body()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KeyServiceException(Trouble.UNREACHABLE);
        } catch (EgressRefusedException refused) {
            throw new KeyServiceException(Trouble.ADDRESS_REFUSED);
        } catch (IOException failed) {
            throw new KeyServiceException(Trouble.UNREACHABLE);
        }
    }

    private Map<String, String> headers(@Nullable String token, @Nullable Map<String, ?> body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Vault-Request", "true");
        settings.namespace().ifPresent(namespace -> headers.put("X-Vault-Namespace", namespace));
        if (token != null) {
            headers.put("X-Vault-Token", token);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }

    private static byte[] bytes(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException impossible) {
            throw new IllegalStateException("Words in a map are JSON");
        }
    }

    /// Never the parser's own words: they may quote a key.
    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
