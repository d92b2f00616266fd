package io.readingroom.inference;

import io.readingroom.document.ProtectedText;
import org.jspecify.annotations.Nullable;

/// One question about one text. The text comes first, byte for byte, and the question last, so that several questions
/// about the same text cost one prefill. The door breaks control tokens in both, so that no caller can forget it; the
/// broken text has the same length, so spans stay where they are.
///
/// @param text the text as it stands in the document
/// @param question what is asked about it
/// @param schema a JSON schema the answer must follow, or null for free text
/// @param maxOutputTokens the longest answer, at least 1
/// @param alternatives how many alternatives with log-probabilities to give for the first token, 0 to 20
public record Prompt(
        ProtectedText text, String question, @Nullable String schema, int maxOutputTokens, int alternatives) {

    public Prompt {
        if (maxOutputTokens < 1 || alternatives < 0 || alternatives > 20) {
            throw new IllegalArgumentException(
                    "an answer has at least 1 token, and 0 to 20 alternatives for its first");
        }
    }
}
