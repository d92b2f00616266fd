package io.readingroom.inference.traffic;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.readingroom.inference.Answer;
import java.time.Duration;

/// The numbers of the door. Never a word of a prompt or an answer.
public final class InferenceMeters {

    private final MeterRegistry registry;
    private final DistributionSummary promptTokens;
    private final DistributionSummary outputTokens;
    private final DistributionSummary difference;
    private final Timer prefill;

    public InferenceMeters(MeterRegistry registry, Permits permits) {
        this.registry = registry;
        promptTokens = DistributionSummary.builder("reading_room.inference.prompt.tokens")
                .description("Tokens of a prompt as the server counted them")
                .register(registry);
        outputTokens = DistributionSummary.builder("reading_room.inference.output.tokens")
                .description("Tokens of an answer")
                .register(registry);
        difference = DistributionSummary.builder("reading_room.inference.count.difference")
                .description("Distance between the server's count of a prompt and the service's own")
                .register(registry);
        prefill = Timer.builder("reading_room.inference.prefill")
                .description("How long the server read a prompt")
                .register(registry);
        Gauge.builder("reading_room.inference.waiting", permits, Permits::waiting)
                .description("Callers that wait for a permit")
                .register(registry);
    }

    public void answered(Answer answer, int ownCount) {
        ended("answered", answer.elapsed());
        promptTokens.record(answer.promptTokens());
        outputTokens.record(answer.outputTokens());
        difference.record(Math.abs(answer.promptTokens() - ownCount));
        prefill.record(answer.prefill());
    }

    public void ended(String outcome, Duration elapsed) {
        Timer.builder("reading_room.inference.calls")
                .description("Calls of the model by outcome")
                .tag("outcome", outcome)
                .register(registry)
                .record(elapsed);
    }
}
