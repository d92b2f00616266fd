package io.readingroom.inference.ollama;

import io.readingroom.egress.EgressLock;
import io.readingroom.egress.EgressRefusedException;
import io.readingroom.egress.Purpose;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The wire to the model server: one request, one answer, nothing hidden. No proxy, no redirect, no retry, a limit for
/// time and size, and each connection to an address that the egress lock has looked at. An interrupt closes the
/// connection at once, which is how the server learns to stop its work.
@ApplicationScoped
class OllamaServer {

    /// Above the permits, health checks and questions about the server that are ever under way together.
    private static final int CONNECTIONS = 256;

    private final InferenceSettings settings;
    private final EgressLock lock;
    private final HttpClient client;

    @Inject
    OllamaServer(InferenceSettings settings, EgressLock lock, Vertx vertx) {
        this.settings = settings;
        this.lock = lock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout((int) settings.connectTimeout().toMillis()));
    }

    @SuppressWarnings("ArrayRecordComponent") // megabytes that are read once and never compared
    record Reply(int status, byte[] body) {}

    /// The configured address without a slash at its end.
    String baseUrl() {
        URI base = base();
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    Reply get(String path, Duration limit) throws InterruptedException {
        return send(HttpMethod.GET, path, null, limit);
    }

    Reply post(String path, String json, Duration limit) throws InterruptedException {
        return send(HttpMethod.POST, path, json, limit);
    }

    private URI base() {
        URI base = settings.baseUrl().orElseThrow(() -> new InferenceException.Misconfigured("base-url-missing"));
        if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme())) || base.getHost() == null) {
            throw new InferenceException.Misconfigured("base-url-invalid");
        }
        return base;
    }

    private Reply send(HttpMethod method, String path, @Nullable String json, Duration limit)
            throws InterruptedException {
        RequestOptions options = options(URI.create(baseUrl() + path)).setMethod(method);
        if (json != null) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        PendingReply pending = new PendingReply();
        client.request(options)
                .onSuccess(request -> pending.send(request, json))
                .onFailure(pending::completeExceptionally);
        try {
            return pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new InferenceException.Unavailable("server-timed-out", null);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            // Closes the connection when the answer is not there yet: after an interrupt or a time-out.
            pending.cancel(true);
        }
    }

    private RequestOptions options(URI target) {
        InetSocketAddress address = address(target);
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(address))
                .setHost(target.getHost())
                .setPort(address.getPort())
                .setSsl("https".equals(target.getScheme()))
                .setURI(target.getRawPath());
    }

    private InetSocketAddress address(URI target) {
        try {
            return lock.resolve(Purpose.MODEL_SERVER, target);
        } catch (EgressRefusedException refused) {
            throw new InferenceException.Misconfigured("address-refused");
        } catch (IOException unknown) {
            throw new InferenceException.Unavailable("server-down", null);
        }
    }

    /// The cause is left out: its message may hold an address.
    private static InferenceException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case EgressRefusedException refused -> new InferenceException.Misconfigured("address-refused");
            case ConnectException down -> new InferenceException.Unavailable("server-down", null);
            case UnknownHostException unknown -> new InferenceException.Unavailable("server-down", null);
            case null, default -> new InferenceException.Unavailable("server-failed", null);
        };
    }
}
