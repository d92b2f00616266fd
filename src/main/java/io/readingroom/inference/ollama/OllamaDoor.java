package io.readingroom.inference.ollama;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.Prompt;
import io.readingroom.inference.traffic.CircuitBreaker;
import io.readingroom.inference.traffic.InferenceMeters;
import io.readingroom.inference.traffic.Leases;
import io.readingroom.inference.traffic.Patience;
import io.readingroom.inference.traffic.Permits;
import io.readingroom.telemetry.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// The door to an Ollama server.
@ApplicationScoped
class OllamaDoor implements ModelDoor {

    private static final Logger LOG = Logger.getLogger(OllamaDoor.class);

    private final DeployedModels models;
    private final OllamaChat chat;
    private final Permits permits;
    private final Leases leases;
    private final Patience patience;
    private final CallTrail trail;
    private final InferenceMeters meters;

    @Inject
    OllamaDoor(
            DeployedModels models, OllamaChat chat, Leases leases, InferenceSettings settings, MeterRegistry registry) {
        this.models = models;
        this.chat = chat;
        this.leases = leases;
        this.permits = new Permits(settings.permits(), settings.queue(), settings.queueWait());
        this.trail = new CallTrail(settings);
        CircuitBreaker breaker =
                new CircuitBreaker(settings.breakerFailures(), settings.breakerPause(), InstantSource.system());
        this.meters = new InferenceMeters(registry, settings, permits, breaker);
        this.patience = new Patience(settings, breaker, meters::retried);
    }

    /// Has the door made when the service starts, so that its numbers are there before its first call.
    void onStart(@Observes StartupEvent event) {}

    @Override
    public ModelCard card() throws InterruptedException {
        return models.current().card();
    }

    @Override
    public int cost(Prompt prompt) throws InterruptedException {
        Deployed model = models.current();
        return model.cost(model.message(prompt));
    }

    @Override
    public ModelSession open() throws InterruptedException {
        long asked = System.nanoTime();
        try {
            ModelSession session = Trail.step("wait for the model", this::admitted);
            meters.opened(since(asked));
            return session;
        } catch (InferenceException e) {
            meters.ended(e.code(), since(asked));
            throw e;
        }
    }

    private ModelSession admitted() throws InterruptedException {
        permits.acquire();
        boolean opened = false;
        try {
            ModelSession session = new Session(leases.take());
            opened = true;
            return session;
        } finally {
            if (!opened) {
                permits.release();
            }
        }
    }

    private Answer ask(Prompt prompt) throws InterruptedException {
        return trail.of(prompt, () -> answer(prompt));
    }

    private Answer answer(Prompt prompt) throws InterruptedException {
        long asked = System.nanoTime();
        try {
            Deployed model = models.current();
            CallTrail.answering(model.card());
            String message = model.message(prompt);
            int cost = model.cost(message);
            if (cost + prompt.maxOutputTokens() > model.card().contextTokens()) {
                throw new InferenceException.TooLong(cost);
            }
            OllamaChat.Question question = new OllamaChat.Question(
                    message,
                    prompt.schema(),
                    prompt.maxOutputTokens(),
                    prompt.alternatives(),
                    model.allocation(),
                    cost);
            return send(model, question);
        } catch (InferenceException e) {
            if (e instanceof InferenceException.Unavailable || e instanceof InferenceException.Misconfigured) {
                LOG.warnf("The model gave no answer: %s", e.code());
            }
            if (e instanceof InferenceException.Cut cut) {
                meters.spent(cut.partial());
            }
            meters.ended(e.code(), since(asked));
            throw e;
        } catch (InterruptedException e) {
            meters.ended("interrupted", since(asked));
            throw e;
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private Answer send(Deployed model, OllamaChat.Question question) throws InterruptedException {
        try {
            Answer answer = patience.call(() -> chat.finished(question));
            compare(model, question, answer);
            return answer;
        } catch (InferenceException.TooLong e) {
            model.learn(question.message(), e.promptTokens());
            throw e;
        }
    }

    private void compare(Deployed model, OllamaChat.Question question, Answer answer) {
        meters.answered(answer, question.cost());
        model.learn(question.message(), answer.promptTokens());
        if (model.counter().exact() && question.cost() != answer.promptTokens()) {
            LOG.warnf(
                    "The server counted %d tokens of a prompt, the service %d", answer.promptTokens(), question.cost());
        }
    }

    private final class Session implements ModelSession {
        private final Leases.Lease lease;
        private final AtomicBoolean closed = new AtomicBoolean();

        Session(Leases.Lease lease) {
            this.lease = lease;
        }

        @Override
        public Answer ask(Prompt prompt) throws InterruptedException {
            if (closed.get()) {
                throw new IllegalStateException("the session is closed");
            }
            return OllamaDoor.this.ask(prompt);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                meters.closed();
                lease.close();
                permits.release();
            }
        }
    }
}
