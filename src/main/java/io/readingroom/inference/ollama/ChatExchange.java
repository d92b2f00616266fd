package io.readingroom.inference.ollama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.readingroom.document.ProtectedText;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call as the wire sees it: what the library cannot send goes in, what it does not show comes out. Bound to the
/// calling thread while the library makes its request.
final class ChatExchange {

    static final ScopedValue<ChatExchange> CURRENT = ScopedValue.newInstance();

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final @Nullable String schema;
    private final int alternatives;
    private JsonNode reply = MissingNode.getInstance();

    /// @param schema the JSON schema of the answer, or null
    /// @param alternatives how many alternatives of a token to ask for
    ChatExchange(@Nullable String schema, int alternatives) {
        this.schema = schema;
        this.alternatives = alternatives;
    }

    /// Says in the body of a request what the library has no words for: the schema as it is written (the library would
    /// rebuild it by its own rules), and the wish for log-probabilities.
    void complete(ObjectNode body) throws JsonProcessingException {
        if (schema != null) {
            body.set("format", JSON.readTree(schema));
        }
        if (alternatives > 0) {
            body.put("logprobs", true);
            body.put("top_logprobs", alternatives);
        }
    }

    void received(JsonNode answer) {
        reply = answer;
    }

    /// The finished answer.
    ///
    /// @param ownCount the tokens of the prompt as counted here, for a server that does not say
    /// @throws InferenceException when the answer is not finished, empty or not JSON
    Answer finished(int ownCount, Duration elapsed) {
        Answer answer = answer(ownCount, elapsed);
        if (!reply.path("done").asBoolean(false)) {
            // The server's guard against repetition ends an answer so, with status 200.
            throw new InferenceException.Useless("answer-repeats");
        }
        if (answer.content().reveal().isBlank()) {
            throw new InferenceException.Useless("answer-empty");
        }
        return switch (reply.path("done_reason").asText()) {
            case "stop" -> valid(answer);
            case "length" -> throw new InferenceException.Cut(answer);
            default -> throw new InferenceException.Unavailable("server-failed", null);
        };
    }

    private Answer valid(Answer answer) {
        if (schema != null && !json(answer.content().reveal())) {
            throw new InferenceException.Useless("answer-invalid");
        }
        return answer;
    }

    /// The answer as it stands, finished or not.
    Answer answer(int ownCount, Duration elapsed) {
        return new Answer(
                ProtectedText.of(reply.path("message").path("content").asText()),
                reply.path("prompt_eval_count").asInt(ownCount),
                reply.path("eval_count").asInt(0),
                Duration.ofNanos(reply.path("prompt_eval_duration").asLong(0)),
                elapsed,
                firstToken());
    }

    private Map<String, Double> firstToken() {
        Map<String, Double> alternativesByToken = new LinkedHashMap<>();
        for (JsonNode token : reply.path("logprobs").path(0).path("top_logprobs")) {
            // Parts of a character look alike once decoded: the likeliest stands for them.
            alternativesByToken.merge(
                    token.path("token").asText(), token.path("logprob").asDouble(), Math::max);
        }
        return Map.copyOf(alternativesByToken);
    }

    private static boolean json(String content) {
        try {
            return !JSON.readTree(content).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
