package io.readingroom.inference.ollama;

import io.readingroom.egress.EgressRefusedException;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.egress.LockedHttpClients;
import io.readingroom.egress.Purpose;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The wire to the model server. An interrupt closes the connection at once, which is how the server learns to stop its
/// work.
@ApplicationScoped
class OllamaServer {

    /// Above the permits, health checks and questions about the server that are ever under way together.
    private static final int CONNECTIONS = 256;

    /// Above the largest vocabulary seen (6 MB) and far above any answer.
    private static final int LONGEST_ANSWER = 64 << 20;

    private static final byte[] NOTHING = {};

    private final InferenceSettings settings;
    private final LockedHttpClient client;

    @Inject
    OllamaServer(InferenceSettings settings, LockedHttpClients clients) {
        this.settings = settings;
        this.client = clients.of(
                Purpose.MODEL_SERVER,
                new LockedHttpClient.Limits(settings.connectTimeout(), CONNECTIONS, LONGEST_ANSWER, Optional.empty()));
    }

    /// The configured address without a slash at its end.
    String baseUrl() {
        String text = base().toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    LockedHttpClient.Reply get(String path, Duration limit) throws InterruptedException {
        return ask(HttpMethod.GET, path, Map.of(), NOTHING, limit);
    }

    LockedHttpClient.Reply post(String path, String json, Duration limit) throws InterruptedException {
        return ask(
                HttpMethod.POST,
                path,
                Map.of("Content-Type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8),
                limit);
    }

    private URI base() {
        URI base = settings.baseUrl().orElseThrow(() -> new InferenceException.Misconfigured("base-url-missing"));
        if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme())) || base.getHost() == null) {
            throw new InferenceException.Misconfigured("base-url-invalid");
        }
        return base;
    }

    private LockedHttpClient.Reply ask(
            HttpMethod method, String path, Map<String, String> headers, byte[] body, Duration limit)
            throws InterruptedException {
        URI target = URI.create(baseUrl() + path);
        try {
            return client.ask(new LockedHttpClient.Request(method, target, target.getRawPath(), headers, body), limit);
        } catch (EgressRefusedException refused) {
            throw new InferenceException.Misconfigured("address-refused");
        } catch (SocketTimeoutException late) {
            throw new InferenceException.Unavailable("server-timed-out", null);
        } catch (ConnectException | UnknownHostException down) {
            throw new InferenceException.Unavailable("server-down", null);
        } catch (IOException failed) {
            throw new InferenceException.Unavailable("server-failed", null);
        }
    }
}
