package io.readingroom.inference.ollama;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks one question of the model through the library's blocking model, with everything said that the server would
/// otherwise decide for itself.
@ApplicationScoped
class OllamaChat {

    private final ChatModel model;
    private final InferenceSettings settings;

    @Inject
    OllamaChat(ChatModel model, InferenceSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /// @param message the whole message, control tokens broken
    /// @param schema the JSON schema of the answer, or null
    /// @param maxOutputTokens the longest answer
    /// @param alternatives log-probabilities for so many alternatives of a token
    /// @param allocation the context to allocate
    /// @param cost the own count of the prompt, for a server that does not say its own
    record Question(
            String message, @Nullable String schema, int maxOutputTokens, int alternatives, int allocation, int cost) {

        /// Lengths only: the message holds a document.
        @Override
        public String toString() {
            return "Question[" + message.length() + "]";
        }
    }

    /// The library's model over the guarded wire. It takes the place of the extension's own, which retries, follows
    /// proxies and lets the server cut prompts.
    @Produces
    @ApplicationScoped
    static ChatModel model(OllamaServer server, InferenceSettings settings) {
        return OllamaChatModel.builder()
                .httpClientBuilder(new GuardedHttpClient.Builder(server, settings.answerTimeout()))
                .baseUrl(server.baseUrl())
                .modelName(settings.model())
                .timeout(settings.answerTimeout())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /// A finished answer.
    Answer finished(Question question) throws InterruptedException {
        long sent = System.nanoTime();
        return send(question).finished(question.cost(), Duration.ofNanos(System.nanoTime() - sent));
    }

    /// The answer as it stands after `maxOutputTokens`.
    Answer unfinished(Question question) throws InterruptedException {
        return send(question).answer(question.cost(), Duration.ZERO);
    }

    private ChatExchange send(Question question) throws InterruptedException {
        ChatExchange exchange = new ChatExchange(question.schema(), question.alternatives());
        try {
            ScopedValue.where(ChatExchange.CURRENT, exchange).run(() -> model.chat(request(question)));
        } catch (GuardedHttpClient.CallInterrupted e) {
            throw new InterruptedException();
        } catch (InferenceException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library could not make sense of the answer. Its words are left out: they may quote it.
            throw new InferenceException.Unavailable("server-failed", null);
        }
        return exchange;
    }

    private ChatRequest request(Question question) {
        return ChatRequest.builder()
                .messages(UserMessage.from(question.message()))
                .parameters(OllamaChatRequestParameters.builder()
                        .modelName(settings.model())
                        .numCtx(question.allocation())
                        .maxOutputTokens(question.maxOutputTokens())
                        .temperature(0.0)
                        .seed(settings.seed())
                        .repeatPenalty(settings.repeatPenalty())
                        .keepAlive((int) settings.keepAlive().toSeconds())
                        .think(false)
                        .build())
                .build();
    }
}
