package io.readingroom.privacy.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.readingroom.egress.EgressLock;
import io.readingroom.egress.EgressRefusedException;
import io.readingroom.egress.Purpose;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The wire to the key service: one request, one answer. No proxy, no redirect, no retry, a limit for
/// time and size, and each connection to an address that the egress lock has looked at.
@ApplicationScoped
public class TransitServer {

    private static final int CONNECTIONS = 32;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VaultSettings settings;
    private final EgressLock lock;
    private final HttpClient client;

    @Inject
    TransitServer(VaultSettings settings, EgressLock lock, Vertx vertx) {
        this.settings = settings;
        this.lock = lock;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout((int) settings.timeout().toMillis());
        settings.caFile()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    /// What was answered, its body empty when it is no JSON.
    record Reply(int status, JsonNode body) {}

    /// Asks for `/v1/` and the path.
    ///
    /// @param token null for a login
    /// @param body null for a GET
    Reply ask(String path, @Nullable String token, @Nullable Map<String, ?> body) throws KeyServiceException {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        RequestOptions options = options(path).setMethod(body == null ? HttpMethod.GET : HttpMethod.POST);
        options.putHeader("X-Vault-Request", "true");
        settings.namespace().ifPresent(namespace -> options.putHeader("X-Vault-Namespace", namespace));
        if (token != null) {
            options.putHeader("X-Vault-Token", token);
        }
        client.request(options)
                .onSuccess(request -> send(request, body, reply))
                .onFailure(reply::completeExceptionally);
        try {
            return reply.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KeyServiceException(Trouble.UNREACHABLE);
        } catch (TimeoutException late) {
            throw new KeyServiceException(Trouble.UNREACHABLE);
        } catch (ExecutionException failed) {
            throw new KeyServiceException(
                    failed.getCause() instanceof EgressRefusedException
                            ? Trouble.ADDRESS_REFUSED
                            : Trouble.UNREACHABLE);
        } finally {
            reply.cancel(true);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is the caller's future, watched
    private static void send(HttpClientRequest request, @Nullable Map<String, ?> body, CompletableFuture<Reply> reply) {
        reply.whenComplete((answer, failure) -> {
            if (failure != null) {
                request.reset();
            }
        });
        request.response()
                .onSuccess(response -> {
                    Buffer read = Buffer.buffer();
                    response.exceptionHandler(reply::completeExceptionally);
                    response.handler(part -> {
                        if (read.length() + part.length() > LONGEST_ANSWER) {
                            reply.completeExceptionally(new IOException("The answer is too long"));
                        } else {
                            read.appendBuffer(part);
                        }
                    });
                    response.endHandler(end -> reply.complete(new Reply(response.statusCode(), json(read.getBytes()))));
                })
                .onFailure(reply::completeExceptionally);
        (body == null
                        ? request.send()
                        : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(bytes(body))))
                .onFailure(reply::completeExceptionally);
    }

    private RequestOptions options(String path) throws KeyServiceException {
        URI base = settings.address().orElseThrow(() -> new KeyServiceException(Trouble.UNREACHABLE));
        try {
            InetSocketAddress address = lock.resolve(Purpose.KEY_SERVICE, base);
            return new RequestOptions()
                    .setServer(SocketAddress.inetSocketAddress(address))
                    .setHost(base.getHost())
                    .setPort(address.getPort())
                    .setSsl("https".equals(base.getScheme()))
                    .setURI("/v1/" + path);
        } catch (EgressRefusedException refused) {
            throw new KeyServiceException(Trouble.ADDRESS_REFUSED);
        } catch (IOException unknown) {
            throw new KeyServiceException(Trouble.UNREACHABLE);
        }
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
