package io.readingroom.inference;

import io.readingroom.document.ProtectedText;
import java.time.Duration;
import java.util.Map;

/// A finished answer.
///
/// @param content the words of the model
/// @param promptTokens the tokens of the whole prompt, template and question included, as the server counted them
/// @param outputTokens the tokens of the answer
/// @param prefill how long the server read the prompt; short when its beginning was cached
/// @param elapsed from sending to the last byte
/// @param firstToken the alternatives for the first token with their log-probabilities; empty when the server gave none
public record Answer(
        ProtectedText content,
        int promptTokens,
        int outputTokens,
        Duration prefill,
        Duration elapsed,
        Map<String, Double> firstToken) {}
