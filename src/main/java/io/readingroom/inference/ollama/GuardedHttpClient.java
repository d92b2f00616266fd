package io.readingroom.inference.ollama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.inference.InferenceException;
import java.io.IOException;
import java.time.Duration;

/// Carries the library's requests over [OllamaServer]. It adds the fields that the library cannot send, so that a
/// server never cuts a prompt in silence, and hands the raw answer to the [ChatExchange] of the call.
final class GuardedHttpClient implements HttpClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OllamaServer server;
    private final Duration limit;

    GuardedHttpClient(OllamaServer server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        String path = request.url().substring(server.baseUrl().length());
        try {
            LockedHttpClient.Reply reply = server.post(path, guarded(request.body()), limit);
            if (reply.status() != 200) {
                throw OllamaRefusal.of(reply);
            }
            if (ChatExchange.CURRENT.isBound()) {
                ChatExchange.CURRENT.get().received(checked(reply.body()));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(reply.status())
                    .body(reply.text())
                    .build();
        } catch (InterruptedException e) {
            throw new CallInterrupted();
        }
    }

    private static String guarded(String body) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(body);
            json.put("truncate", false);
            json.put("shift", false);
            if (ChatExchange.CURRENT.isBound()) {
                ChatExchange.CURRENT.get().complete(json);
            }
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            // Never the parser's own words: they may quote the prompt.
            throw new InferenceException.Misconfigured("request-refused");
        }
    }

    private static JsonNode checked(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.path("message").path("content").isTextual()) {
                return answer;
            }
        } catch (IOException e) {
            // Told below, without the parser's words.
        }
        throw new InferenceException.Unavailable("server-failed", null);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("this door does not stream");
    }

    /// An interrupt on its way through the library, which knows no checked exceptions.
    static final class CallInterrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CallInterrupted() {
            super("interrupted");
        }
    }

    /// What the library's builder asks for. Time-outs are the service's own, whatever the library proposes.
    record Builder(OllamaServer server, Duration limit) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return limit;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration proposed) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return limit;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration proposed) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new GuardedHttpClient(server, limit);
        }
    }
}
