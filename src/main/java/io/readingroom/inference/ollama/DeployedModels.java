package io.readingroom.inference.ollama;

import io.readingroom.document.TokenCounter;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import io.readingroom.inference.ModelCard;
import io.readingroom.tokenizer.ControlTokens;
import io.readingroom.tokenizer.Tokenizers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Knows the deployed model: asks the server once, again when the answer has grown old, and reads the vocabulary only
/// when the model's digest is another one.
@ApplicationScoped
class DeployedModels {

    /// The message whose cost shows what the chat template adds.
    private static final String SAMPLE = "Hello";

    private static final Logger LOG = Logger.getLogger(DeployedModels.class);

    private final OllamaCatalog catalog;
    private final OllamaChat chat;
    private final InferenceSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Known known;

    private record Known(Deployed deployed, String version, long askedAt) {}

    @Inject
    DeployedModels(OllamaCatalog catalog, OllamaChat chat, InferenceSettings settings) {
        this.catalog = catalog;
        this.chat = chat;
        this.settings = settings;
    }

    /// The deployed model, as it was described not longer ago than the refresh interval.
    ///
    /// @throws InferenceException when nothing is known of it and the server or the model is not there
    Deployed current() throws InterruptedException {
        Known before = known;
        if (before != null && fresh(before)) {
            return before.deployed();
        }
        lock.lockInterruptibly();
        try {
            before = known;
            if (before == null || !fresh(before)) {
                before = ask(before);
                known = before;
            }
            return before.deployed();
        } finally {
            lock.unlock();
        }
    }

    private boolean fresh(Known asked) {
        return System.nanoTime() - asked.askedAt() < settings.refresh().toNanos();
    }

    private Known ask(@Nullable Known before) throws InterruptedException {
        String version;
        String digest;
        try {
            version = catalog.version();
            digest = catalog.digest(settings.serverTimeout());
        } catch (InferenceException.Unavailable e) {
            if (before == null) {
                throw e;
            }
            // A server that is busy for a moment is still the server that was described.
            return new Known(before.deployed(), before.version(), System.nanoTime());
        }
        if (before != null
                && before.version().equals(version)
                && before.deployed().card().digest().equals(digest)) {
            return new Known(before.deployed(), version, System.nanoTime());
        }
        return new Known(load(version, digest), version, System.nanoTime());
    }

    private Deployed load(String version, String digest) throws InterruptedException {
        ModelDescription description = catalog.describe();
        if (description.remote()) {
            throw new InferenceException.Misconfigured("model-remote");
        }
        if (!catalog.cloudDisabled()) {
            LOG.warn("The model server can pass prompts on to a cloud: set OLLAMA_NO_CLOUD=1 where it runs");
        }
        TokenCounter counter = description.vocabulary().map(Tokenizers::of).orElseGet(Tokenizers::estimated);
        ControlTokens control =
                description.vocabulary().map(ControlTokens::of).orElseGet(() -> ControlTokens.of(List.of()));
        int allocation = allocation(description.trainedContext());
        int overhead = overhead(counter, allocation);
        OptionalInt allocated = catalog.allocated();
        ModelCard card = new ModelCard(
                "ollama",
                version,
                settings.model(),
                digest,
                Math.min(allocation, allocated.orElse(allocation)),
                new BrokenTextCounter(counter, control));
        // An estimate learns and must not be remembered.
        return new Deployed(
                card, counter.exact() ? new RememberedCounts(counter) : counter, control, overhead, allocation);
    }

    /// The same for the whole deployment: a request with another context would make the server load the model again.
    private int allocation(int trained) {
        int wanted = Math.min(settings.contextTokens(), settings.reliableContext());
        return trained > 0 ? Math.min(wanted, trained) : wanted;
    }

    /// The tokens around a message, found by sending a short one: a template may add a system message or the date, and
    /// no server says how much. It also makes the server load the model, so that it can say what it allocated.
    private int overhead(TokenCounter counter, int allocation) throws InterruptedException {
        Answer answer = chat.unfinished(new OllamaChat.Question(SAMPLE, null, 1, 0, allocation, counter.count(SAMPLE)));
        return counter.exact() ? Math.max(0, answer.promptTokens() - counter.count(SAMPLE)) : answer.promptTokens();
    }
}
