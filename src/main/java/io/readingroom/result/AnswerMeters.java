package io.readingroom.result;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.Summary;
import io.readingroom.reading.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/// Counts how much of the documents was read and what was dropped, once an analysis is kept. Counts only: nothing of
/// what an analysis says.
@ApplicationScoped
class AnswerMeters {

    private final MeterRegistry registry;
    private final Counter complete;
    private final Counter partial;
    private final DistributionSummary coverage;
    private final Counter keptFacts;
    private final Counter rejectedFacts;
    private final Counter keptSentences;
    private final Counter rejectedSentences;
    private final Counter invalidAnswers;
    private final Counter freshTokens;
    private final Counter repeatedTokens;

    AnswerMeters(MeterRegistry registry) {
        this.registry = registry;
        String documents = "Analyses kept, by whether all of the text was read";
        complete = counter("documents", documents, "coverage", "complete");
        partial = counter("documents", documents, "coverage", "partial");
        coverage = DistributionSummary.builder("reading_room.analysis.coverage")
                .description("Share of a document's text that was read, 0 to 1")
                .baseUnit("ratio")
                .register(registry);
        String facts = "Facts of the answers, and values dropped because they do not stand in the text";
        keptFacts = counter("facts", facts, "verdict", "kept");
        rejectedFacts = counter("facts", facts, "verdict", "rejected");
        String sentences = "Sentences of the summaries, and those dropped because the text does not support them";
        keptSentences = counter("sentences", sentences, "verdict", "kept");
        rejectedSentences = counter("sentences", sentences, "verdict", "rejected");
        invalidAnswers = Counter.builder("reading_room.analysis.invalid.answers")
                .description("Answers of the model that were no answers and were left out")
                .register(registry);
        String tokens =
                "Tokens of prompts: repeated from the question before, which a server finds in its cache, or not";
        freshTokens = counter("prompt.tokens", tokens, "text", "fresh");
        repeatedTokens = counter("prompt.tokens", tokens, "text", "repeated");
    }

    /// Has the numbers there before the first analysis.
    void onStart(@Observes StartupEvent start) {}

    void onKept(@Observes(during = TransactionPhase.AFTER_SUCCESS) Analysis analysis) {
        (analysis.coverage().complete() ? complete : partial).increment();
        coverage.record(share(analysis.coverage().characters()));
        keptFacts.increment(analysis.keyFacts().size());
        rejectedFacts.increment(analysis.rejected().ungroundedFacts());
        keptSentences.increment((double) sentences(analysis.summary()));
        rejectedSentences.increment(analysis.rejected().unsupportedSentences());
        invalidAnswers.increment(analysis.rejected().invalidAnswers());
        Usage usage = analysis.provenance().usage();
        freshTokens.increment((double) (usage.promptTokens() - usage.prefixTokens()));
        repeatedTokens.increment((double) usage.prefixTokens());
    }

    private static double share(Coverage.Share characters) {
        return characters.total() == 0 ? 1 : (double) characters.read() / characters.total();
    }

    /// Those of the parts too, because those that were dropped are counted there as well.
    private static long sentences(Summary summary) {
        return summary.sentences().size()
                + summary.sections().stream()
                        .mapToLong(section -> section.sentences().size())
                        .sum();
    }

    private Counter counter(String name, String description, String label, String value) {
        return Counter.builder("reading_room.analysis." + name)
                .description(description)
                .tag(label, value)
                .register(registry);
    }
}
