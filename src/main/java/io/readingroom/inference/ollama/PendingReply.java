package io.readingroom.inference.ollama;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One answer on its way. It ends with the answer's last byte; whatever ends it earlier closes the connection.
final class PendingReply extends CompletableFuture<OllamaServer.Reply> {

    /// Above the largest vocabulary seen (6 MB) and far above any answer.
    private static final int BODY_LIMIT = 64 << 20;

    private final Buffer body = Buffer.buffer();

    /// Sends the request's body, an empty one for null, unless nobody waits for the answer any more.
    @SuppressWarnings("FutureReturnValueIgnored") // it is this future, watched
    void send(HttpClientRequest request, @Nullable String json) {
        whenComplete((reply, failure) -> {
            if (failure != null) {
                request.reset();
            }
        });
        if (isDone()) {
            return;
        }
        request.response().onSuccess(this::receive).onFailure(this::completeExceptionally);
        (json == null ? request.send() : request.send(json)).onFailure(this::completeExceptionally);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::completeExceptionally);
        response.handler(part -> {
            if (body.length() + part.length() > BODY_LIMIT) {
                completeExceptionally(new IOException("The answer is too long"));
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> complete(new OllamaServer.Reply(response.statusCode(), body.getBytes())));
    }
}
