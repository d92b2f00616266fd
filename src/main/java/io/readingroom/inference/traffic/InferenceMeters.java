package io.readingroom.inference.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.readingroom.inference.Answer;
import io.readingroom.inference.InferenceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The numbers of the door. Never a word of a prompt or an answer. All of them are there from the start: a rate over a
/// count that begins to exist with its first event misses that event.
public final class InferenceMeters {

    private static final String OTHER = "other";

    /// How calls end, by the words of [io.readingroom.inference.InferenceException]. Any other word counts as `other`.
    private static final List<String> OUTCOMES = List.of(
            "answered",
            "interrupted",
            "prompt-too-long",
            "answer-cut",
            "answer-empty",
            "answer-repeats",
            "answer-invalid",
            "server-down",
            "server-busy",
            "server-timed-out",
            "server-failed",
            "queue-full",
            "permits-unreachable",
            "model-missing",
            "model-remote",
            "request-refused",
            "address-refused",
            "base-url-missing",
            "base-url-invalid");

    /// From an answer out of the cache to the prefill of a full context on a slow machine.
    private static final Duration[] BUCKETS = Stream.of(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600)
            .map(seconds -> Duration.ofMillis((long) (seconds.doubleValue() * 1000)))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final String model;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<String, Timer> calls;
    private final Timer otherCalls;
    private final Timer latency;
    private final Timer wait;
    private final Timer prefill;
    private final DistributionSummary promptTokens;
    private final DistributionSummary outputTokens;
    private final DistributionSummary difference;
    private final Counter retries;

    public InferenceMeters(
            MeterRegistry registry, InferenceSettings settings, Permits permits, CircuitBreaker breaker) {
        this.registry = registry;
        this.model = settings.model();
        calls = OUTCOMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::ending));
        otherCalls = ending(OTHER);
        latency = histogram("reading_room.inference.latency", "How long an answer took, from sending to its last byte");
        wait = histogram("reading_room.inference.wait", "How long callers waited for a permit and a slot");
        prefill = Timer.builder("reading_room.inference.prefill")
                .description("How long the server read a prompt")
                .tag("model", model)
                .register(registry);
        promptTokens = tokens("prompt", "Tokens of a prompt as the server counted them");
        outputTokens = tokens("output", "Tokens of an answer");
        difference = DistributionSummary.builder("reading_room.inference.count.difference")
                .description("Distance between the server's count of a prompt and the service's own")
                .register(registry);
        retries = Counter.builder("reading_room.inference.retries")
                .description("Calls that were tried again because the server was busy or could not be reached")
                .register(registry);
        gauges(settings.permits(), permits, breaker);
    }

    /// A prompt was answered.
    ///
    /// @param ownCount the tokens of the prompt as counted here
    public void answered(Answer answer, int ownCount) {
        ended("answered", answer.elapsed());
        spent(answer);
        difference.record(Math.abs(answer.promptTokens() - ownCount));
        prefill.record(answer.prefill());
        latency.record(answer.elapsed());
    }

    /// Tokens were spent, whether the answer is of use or not.
    public void spent(Answer answer) {
        promptTokens.record(answer.promptTokens());
        outputTokens.record(answer.outputTokens());
    }

    /// A call ended, with an answer or without one.
    public void ended(String outcome, Duration elapsed) {
        calls.getOrDefault(outcome, otherCalls).record(elapsed);
    }

    /// A call is tried again.
    public void retried() {
        retries.increment();
    }

    /// A caller has its permit and its slot.
    public void opened(Duration waited) {
        held.incrementAndGet();
        wait.record(waited);
    }

    /// A caller gave its permit and its slot back.
    public void closed() {
        held.decrementAndGet();
    }

    private void gauges(int limit, Permits permits, CircuitBreaker breaker) {
        Gauge.builder("reading_room.inference.permits.limit", () -> limit)
                .description("Prompts that the server is given at once, by all replicas together")
                .register(registry);
        Gauge.builder("reading_room.inference.permits.held", held, AtomicInteger::get)
                .description("Permits that callers of this replica hold")
                .register(registry);
        Gauge.builder("reading_room.inference.waiting", permits, p -> waiting(p, limit))
                .description("Callers of this replica that wait for a permit or a slot")
                .register(registry);
        Gauge.builder("reading_room.inference.circuit.open", breaker, b -> b.isOpen() ? 1 : 0)
                .description("1 while calls are refused because the server kept failing, until one works again")
                .register(registry);
    }

    /// Those with a permit of this replica wait for a slot of the server until they hold both.
    private int waiting(Permits permits, int limit) {
        return Math.max(0, permits.waiting() + limit - permits.free() - held.get());
    }

    private Timer ending(String outcome) {
        return Timer.builder("reading_room.inference.calls")
                .description("Calls of the model by outcome")
                .tag("model", model)
                .tag("outcome", outcome)
                .register(registry);
    }

    private Timer histogram(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .tag("model", model)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private DistributionSummary tokens(String kind, String description) {
        return DistributionSummary.builder("reading_room.inference." + kind + ".tokens")
                .description(description)
                .tag("model", model)
                .register(registry);
    }
}
