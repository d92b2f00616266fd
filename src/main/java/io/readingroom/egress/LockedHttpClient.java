package io.readingroom.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// HTTP for one purpose: one request, one answer, nothing hidden. No proxy, no redirect, no retry, limits for time and
/// size, and each connection to an address that the egress lock has looked at. What it throws names no address.
public final class LockedHttpClient {

    private final EgressLock lock;
    private final Purpose purpose;
    private final Limits limits;
    private final HttpClient client;

    LockedHttpClient(EgressLock lock, Purpose purpose, Limits limits, Vertx vertx) {
        this.lock = lock;
        this.purpose = purpose;
        this.limits = limits;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(limits.connections())
                .setConnectTimeout((int) limits.connecting().toMillis());
        limits.trusted().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    /// What a client keeps to.
    ///
    /// @param connecting how long a connection is waited for
    /// @param connections how many it has open at most; what asks for more waits
    /// @param longestAnswer in bytes
    /// @param trusted the certificates to trust, in PEM; those of the platform when none is named
    public record Limits(Duration connecting, int connections, int longestAnswer, Optional<Path> trusted) {}

    /// What is asked.
    ///
    /// @param place with a scheme and a host
    /// @param target the path and the query, as they go over the wire
    /// @param body what is sent; empty for nothing
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    public record Request(HttpMethod method, URI place, String target, Map<String, String> headers, byte[] body) {}

    /// What was answered.
    ///
    /// @param type the media type; empty when none is named
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    public record Reply(int status, String type, byte[] body) {

        /// The body as text.
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// Asks. An interrupt closes the connection at once, which is how the other side learns to stop its work.
    ///
    /// @param limit how long the whole answer is waited for
    /// @throws EgressRefusedException when the address is none that is allowed
    /// @throws UnknownHostException when the name has no address
    /// @throws ConnectException when nobody answers there
    /// @throws SocketTimeoutException when the answer is not there in time
    /// @throws IOException when it breaks off, or is too long
    public Reply ask(Request request, Duration limit) throws IOException, InterruptedException {
        PendingReply pending = new PendingReply(limits.longestAnswer());
        client.request(options(request))
                .onSuccess(opened -> pending.send(opened, request.body()))
                .onFailure(pending::completeExceptionally);
        try {
            return pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("The answer is not there in time");
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            // Closes the connection when the answer is not there yet: after an interrupt or a time-out.
            pending.cancel(true);
        }
    }

    private RequestOptions options(Request request) throws IOException {
        URI place = request.place();
        InetSocketAddress address = resolved(place);
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setServer(SocketAddress.inetSocketAddress(address))
                .setHost(place.getHost())
                .setPort(address.getPort())
                .setSsl("https".equals(place.getScheme()))
                .setURI(request.target());
        request.headers().forEach(options::putHeader);
        return options;
    }

    private InetSocketAddress resolved(URI place) throws IOException {
        try {
            return lock.resolve(purpose, place);
        } catch (UnknownHostException unknown) {
            throw new UnknownHostException("The " + purpose.word() + "'s name has no address");
        }
    }

    /// Without the cause: its words may hold an address.
    private IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case EgressRefusedException refused -> refused;
            case ConnectException down -> new ConnectException("Nobody answers at the " + purpose.word());
            case null, default -> new IOException("The answer of the " + purpose.word() + " broke off");
        };
    }
}
