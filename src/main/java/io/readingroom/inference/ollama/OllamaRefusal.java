package io.readingroom.inference.ollama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.readingroom.egress.LockedHttpClient;
import io.readingroom.inference.InferenceException;
import java.io.IOException;

/// Reads what an answer other than 200 means. The server's own words are never repeated: they may quote the prompt.
final class OllamaRefusal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OllamaRefusal() {}

    static InferenceException of(LockedHttpClient.Reply reply) {
        return switch (reply.status()) {
            case 400, 413 -> badRequest(error(reply.body()));
            case 404 -> new InferenceException.Misconfigured("model-missing");
            case 429, 503 -> new InferenceException.Unavailable("server-busy", null);
            case 408, 504 -> new InferenceException.Unavailable("server-timed-out", null);
            default ->
                reply.status() >= 500
                        ? new InferenceException.Unavailable("server-failed", null)
                        : new InferenceException.Misconfigured("request-refused");
        };
    }

    /// The prompt was too long when the server says so: as the JSON of its runner inside a string, or in plain words.
    private static InferenceException badRequest(String error) {
        JsonNode inner = parse(error).path("error");
        if ("exceed_context_size_error".equals(inner.path("type").asText())) {
            return new InferenceException.TooLong(inner.path("n_prompt_tokens").asInt(0));
        }
        if (error.contains("exceeds") && error.contains("context")) {
            return new InferenceException.TooLong(0);
        }
        return new InferenceException.Misconfigured("request-refused");
    }

    private static String error(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return error.isTextual() ? error.asText() : "{\"error\":" + error + "}";
        } catch (IOException e) {
            return "";
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
