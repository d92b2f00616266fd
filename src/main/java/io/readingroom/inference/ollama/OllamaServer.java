package io.readingroom.inference.ollama;

import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The wire to the model server: one request, one answer, nothing hidden. No proxy, no redirect, no retry, a limit for
/// time and size. An interrupt closes the connection at once, which is how the server learns to stop its work.
@ApplicationScoped
class OllamaServer {

    /// Above the largest vocabulary seen (6 MB) and far above any answer.
    private static final long BODY_LIMIT = 64L << 20;

    private final InferenceSettings settings;
    private final HttpClient client;

    @Inject
    OllamaServer(InferenceSettings settings) {
        this.settings = settings;
        // A proxy named by system properties would carry documents out of the house.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    @SuppressWarnings("ArrayRecordComponent") // megabytes that are read once and never compared
    record Reply(int status, byte[] body) {}

    /// The configured address without a slash at its end.
    String baseUrl() {
        URI base = settings.baseUrl().orElseThrow(() -> new InferenceException.Misconfigured("base-url-missing"));
        if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme())) || base.getHost() == null) {
            throw new InferenceException.Misconfigured("base-url-invalid");
        }
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    Reply get(String path, Duration limit) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(baseUrl() + path)).GET(), limit);
    }

    Reply post(String path, String json, Duration limit) throws InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(baseUrl() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                limit);
    }

    private Reply send(HttpRequest.Builder request, Duration limit) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_LIMIT));
        try {
            // The client's own time-out ends with the headers; this one covers the body too.
            HttpResponse<byte[]> response = pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            throw new InferenceException.Unavailable("server-timed-out", null);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            // Closes the connection when the answer is not there yet: after an interrupt or a time-out.
            pending.cancel(true);
        }
    }

    /// The cause is left out: its message may hold an address.
    private static InferenceException failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new InferenceException.Unavailable("server-down", null);
        }
        return new InferenceException.Unavailable(cause instanceof IOException ? "server-failed" : "server-down", null);
    }
}
