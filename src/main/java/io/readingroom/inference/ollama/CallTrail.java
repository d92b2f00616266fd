package io.readingroom.inference.ollama;

import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.Prompt;
import io.readingroom.telemetry.Fact;
import io.readingroom.telemetry.Trail;
import io.readingroom.telemetry.Trail.Deed;

/// What a trace says of a call of the model, in the words of OpenTelemetry's conventions for generative
/// models: who was asked, what it cost and why it stopped. Never a word of a prompt or an answer.
final class CallTrail {

    private static final String CHAT = "chat";

    private final InferenceSettings settings;

    CallTrail(InferenceSettings settings) {
        this.settings = settings;
    }

    /// Asks as a step of what this thread is at.
    Answer of(Prompt prompt, Deed<Answer, InterruptedException> question) throws InterruptedException {
        return Trail.call(CHAT, () -> {
            Trail.mark(Fact.OPERATION, CHAT);
            Trail.mark(Fact.PROVIDER, "ollama");
            Trail.mark(Fact.MODEL, settings.model());
            Trail.mark(Fact.SEED, settings.seed());
            Trail.mark(Fact.MOST_OUTPUT, prompt.maxOutputTokens());
            return told(question);
        });
    }

    /// Notes which model it is, once the server has said so.
    static void answering(ModelCard card) {
        Trail.mark(Fact.MODEL_DIGEST, card.digest());
    }

    private static Answer told(Deed<Answer, InterruptedException> question) throws InterruptedException {
        try {
            Answer answer = question.go();
            ended(answer, "stop");
            return answer;
        } catch (InferenceException.Cut cut) {
            ended(cut.partial(), "length");
            throw cut;
        } catch (InferenceException failure) {
            Trail.mark(Fact.OUTCOME, failure.code());
            throw failure;
        }
    }

    private static void ended(Answer answer, String reason) {
        Trail.mark(Fact.FINISH, reason);
        Trail.mark(Fact.PROMPT_TOKENS, answer.promptTokens());
        Trail.mark(Fact.OUTPUT_TOKENS, answer.outputTokens());
        Trail.mark(Fact.PREFILL, answer.prefill().toMillis());
    }
}
