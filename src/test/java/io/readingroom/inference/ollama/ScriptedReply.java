package io.readingroom.inference.ollama;

import java.util.Map;

/// What a [ScriptedOllama] does with one chat request.
public sealed interface ScriptedReply {

    /// A finished answer.
    static Content answer(String content) {
        return new Content(content, true, "stop", Map.of(), 0);
    }

    /// An answer that reached its limit.
    static Content cut(String content) {
        return new Content(content, true, "length", Map.of(), 0);
    }

    /// What the server's guard against repetition answers.
    static Content repeated(String content) {
        return new Content(content, false, "", Map.of(), 0);
    }

    /// A refusal with a status and the server's words.
    static Raw error(int status, String words) {
        return new Raw(
                status,
                ScriptedOllama.JSON.createObjectNode().put("error", words).toString());
    }

    /// The refusal of a prompt that is too long, as the server nests it.
    static Raw tooLong(int promptTokens, int context) {
        String inner = """
                {"error":{"code":400,"message":"request (%d tokens) exceeds the available context size (%d tokens)",\
                "type":"exceed_context_size_error","n_prompt_tokens":%d,"n_ctx":%d}}""".formatted(promptTokens, context, promptTokens, context);
        return error(400, inner);
    }

    /// Works without end until the client closes the connection.
    static Endless endless() {
        return new Endless();
    }

    /// Closes the connection in the middle.
    static Dropped dropped() {
        return new Dropped();
    }

    /// An answer of the model.
    ///
    /// @param logprobs alternatives for the first token, sent when asked for
    /// @param promptTokens the count to report, or 0 for the server's own
    record Content(String content, boolean done, String reason, Map<String, Double> logprobs, int promptTokens)
            implements ScriptedReply {

        /// The same with alternatives for the first token.
        public Content withLogprobs(Map<String, Double> alternatives) {
            return new Content(content, done, reason, alternatives, promptTokens);
        }

        /// The same with another count of the prompt.
        public Content withPromptTokens(int count) {
            return new Content(content, done, reason, logprobs, count);
        }
    }

    /// A status and a body as they are.
    record Raw(int status, String body) implements ScriptedReply {}

    record Endless() implements ScriptedReply {}

    record Dropped() implements ScriptedReply {}
}
