package io.readingroom.inference.ollama;

import io.readingroom.document.TokenCounter;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.Prompt;
import io.readingroom.tokenizer.ControlTokens;
import io.readingroom.tokenizer.EstimatedTokens;
import io.readingroom.tokenizer.Tokenizers;

/// The deployed model as this room works with it.
///
/// @param card what others are told of it
/// @param counter counts as the model does, or estimates
/// @param control breaks the control tokens that a document may hold
/// @param overhead the tokens that the chat template adds to a message
/// @param allocation the context to ask the server for, in tokens; another value would make it load the model again
record Deployed(ModelCard card, TokenCounter counter, ControlTokens control, int overhead, int allocation) {

    /// The one message that is sent: the text first, byte for byte, so that the server finds it in its cache when the
    /// next question about it comes.
    String message(Prompt prompt) {
        return control.broken(prompt.text().reveal()) + "\n\n" + control.broken(prompt.question());
    }

    int cost(String message) {
        return counter.count(message) + overhead;
    }

    /// Learns from a count of the server. Only an estimate learns: a count of the model's own vocabulary that is wrong
    /// must be seen, not smoothed over.
    void learn(String message, int reported) {
        if (counter instanceof EstimatedTokens estimate && reported > cost(message)) {
            int uncorrected = Math.max(1, Tokenizers.estimated().count(message));
            estimate.calibrate((double) (reported - overhead) / uncorrected);
        }
    }
}
