package io.readingroom.reading;

import io.readingroom.inference.Answer;
import java.time.Duration;

/// What the model was asked and what it cost.
///
/// @param calls the questions asked
/// @param promptTokens the tokens of all prompts
/// @param prefixTokens of those, the tokens of texts that the server had just read for the question before
/// @param outputTokens the tokens of all answers
/// @param modelTime the time spent waiting for answers
public record Usage(int calls, long promptTokens, long prefixTokens, long outputTokens, Duration modelTime) {

    /// Nothing asked.
    public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO);

    /// The cost of one answer.
    ///
    /// @param prefix the tokens of the prompt that the question before had in common with this one
    public static Usage of(Answer answer, int prefix) {
        return new Usage(1, answer.promptTokens(), prefix, answer.outputTokens(), answer.elapsed());
    }

    /// Both together.
    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                promptTokens + other.promptTokens,
                prefixTokens + other.prefixTokens,
                outputTokens + other.outputTokens,
                modelTime.plus(other.modelTime));
    }
}
