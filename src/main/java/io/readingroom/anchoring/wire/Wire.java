package io.readingroom.anchoring.wire;

import io.readingroom.anchoring.AnchorException;
import io.readingroom.egress.EgressLock;
import io.readingroom.egress.EgressRefusedException;
import io.readingroom.egress.Purpose;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The wire to one anchor: one request, one answer. No proxy, no redirect, no retry, a limit for time
/// and size, and each connection to an address that the egress lock has looked at.
public final class Wire {

    private static final int LONGEST_ANSWER = 1 << 20;

    private final URI address;
    private final Duration timeout;
    private final EgressLock lock;
    private final HttpClient client;

    Wire(URI address, Duration timeout, Optional<Path> trusted, EgressLock lock, Vertx vertx) {
        this.address = address;
        this.timeout = timeout;
        this.lock = lock;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) timeout.toMillis());
        trusted.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    /// What was answered.
    ///
    /// @param type the media type; empty when none is named
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(int status, String type, byte[] body) {

        /// The body as text.
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// The host as requests name it: with its port, where that is not the usual one.
    public String host() {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 || address.getPort() == usual
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    /// The path of the address, without a slash at its end.
    public String path() {
        return address.getRawPath().replaceFirst("/+$", "");
    }

    /// Asks.
    ///
    /// @param target the path and the query, as they go over the wire
    /// @param body what is sent; empty for nothing
    /// @throws AnchorException when there is no answer
    public Reply ask(HttpMethod method, String target, Map<String, String> headers, byte[] body) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        RequestOptions options = to(target).setMethod(method);
        headers.forEach(options::putHeader);
        client.request(options)
                .onSuccess(request -> send(request, body, reply))
                .onFailure(reply::completeExceptionally);
        try {
            return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AnchorException("anchor-unreachable");
        } catch (TimeoutException late) {
            throw new AnchorException("anchor-too-slow");
        } catch (ExecutionException failed) {
            throw new AnchorException(
                    failed.getCause() instanceof EgressRefusedException
                            ? "anchor-address-refused"
                            : "anchor-unreachable");
        } finally {
            reply.cancel(true);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is the caller's future, watched
    private static void send(HttpClientRequest request, byte[] body, CompletableFuture<Reply> reply) {
        reply.whenComplete((answer, failure) -> {
            if (failure != null) {
                request.reset();
            }
        });
        request.response().onSuccess(response -> read(response, reply)).onFailure(reply::completeExceptionally);
        (body.length == 0 ? request.send() : request.send(Buffer.buffer(body))).onFailure(reply::completeExceptionally);
    }

    private static void read(HttpClientResponse response, CompletableFuture<Reply> reply) {
        Buffer read = Buffer.buffer();
        response.exceptionHandler(reply::completeExceptionally);
        response.handler(part -> {
            if (read.length() + part.length() > LONGEST_ANSWER) {
                reply.completeExceptionally(new IOException("The answer is too long"));
            } else {
                read.appendBuffer(part);
            }
        });
        String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
        response.endHandler(end -> reply.complete(new Reply(response.statusCode(), type, read.getBytes())));
    }

    private RequestOptions to(String target) {
        try {
            InetSocketAddress found = lock.resolve(Purpose.ANCHOR, address);
            return new RequestOptions()
                    .setServer(SocketAddress.inetSocketAddress(found))
                    .setHost(address.getHost())
                    .setPort(found.getPort())
                    .setSsl("https".equals(address.getScheme()))
                    .setURI(target);
        } catch (EgressRefusedException refused) {
            throw new AnchorException("anchor-address-refused");
        } catch (IOException unknown) {
            throw new AnchorException("anchor-unreachable");
        }
    }
}
