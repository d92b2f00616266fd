package io.readingroom.egress;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One answer on its way. It ends with the answer's last byte; whatever ends it earlier closes the connection.
final class PendingReply extends CompletableFuture<LockedHttpClient.Reply> {

    private final int longest;
    private final Buffer body = Buffer.buffer();

    /// @param longest of the answer, in bytes
    PendingReply(int longest) {
        this.longest = longest;
    }

    /// Sends the request with its body, unless nobody waits for the answer any more.
    @SuppressWarnings("FutureReturnValueIgnored") // it is this future, watched
    void send(HttpClientRequest request, byte[] sent) {
        whenComplete((reply, failure) -> {
            if (failure != null) {
                request.reset();
            }
        });
        if (isDone()) {
            return;
        }
        request.response().onSuccess(this::receive).onFailure(this::completeExceptionally);
        (sent.length == 0 ? request.send() : request.send(Buffer.buffer(sent))).onFailure(this::completeExceptionally);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::completeExceptionally);
        response.handler(part -> {
            if (body.length() + part.length() > longest) {
                completeExceptionally(new IOException("The answer is too long"));
            } else {
                body.appendBuffer(part);
            }
        });
        String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
        response.endHandler(end -> complete(new LockedHttpClient.Reply(response.statusCode(), type, body.getBytes())));
    }
}
