package io.readingroom.reading.question;

import io.readingroom.document.ProtectedText;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException.Cut;
import io.readingroom.inference.InferenceException.Useless;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Questions about one text on one permit, and what they cost. The text is the same in each prompt, byte for byte, so
/// that the server reads it once.
public final class Conversation {

    private final ModelSession session;
    private final ProtectedText text;
    private final int textTokens;
    private Usage usage = Usage.NONE;

    /// @param textTokens the tokens of `text`
    public Conversation(ModelSession session, ProtectedText text, int textTokens) {
        this.session = session;
        this.text = text;
        this.textTokens = textTokens;
    }

    /// Asks and waits for the answer.
    ///
    /// @param alternatives how many alternatives to give for the first token
    /// @throws io.readingroom.inference.InferenceException when there is no finished answer
    public Answer ask(String question, @Nullable String schema, int maxOutputTokens, int alternatives)
            throws InterruptedException {
        try {
            Answer answer = session.ask(new Prompt(text, question, schema, maxOutputTokens, alternatives));
            count(answer);
            return answer;
        } catch (Cut cut) {
            count(cut.partial());
            throw cut;
        } catch (Useless useless) {
            usage = usage.plus(new Usage(1, 0, 0, 0, Duration.ZERO));
            throw useless;
        }
    }

    /// What all questions so far have cost.
    public Usage usage() {
        return usage;
    }

    private void count(Answer answer) {
        int prefix = usage.calls() == 0 ? 0 : Math.min(textTokens, answer.promptTokens());
        usage = usage.plus(Usage.of(answer, prefix));
    }
}
