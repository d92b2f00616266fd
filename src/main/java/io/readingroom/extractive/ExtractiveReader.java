package io.readingroom.extractive;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.reading.ReadingOutcome;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads without a model: key sentences by centrality, facts by rules, sentiment by a lexicon. What it says
/// stands in the text word for word; it answers in the document's own language, whatever the assignment asks
/// for.
@ApplicationScoped
public class ExtractiveReader implements Reader {

    private static final String ENGINE = "extractive";
    private static final ChunkBudget BUDGET = new ChunkBudget(6_000, 12_000);
    private static final int SENTENCES_FOR_ONE = 8;
    private static final int MOST_SENTENCES = 5;

    private final SentimentRule sentiment = new SentimentRule();
    private final TokenCounter counter = new RunCounter();
    private final String version;

    public ExtractiveReader(@ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.version = version;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    /// One: it waits for nothing, so that more would only take the processor from other documents.
    @Override
    public int parallelism() {
        return 1;
    }

    /// Counts words and ideographs, which is exact for this engine: no model's tokenizer is involved.
    @Override
    public TokenCounter counter() {
        return counter;
    }

    @Override
    public Origin origin(Assignment assignment) {
        return new Origin(
                ENGINE,
                version,
                "lexrank+rules+lexicon",
                SentimentRule.digest().toString(),
                0,
                0,
                Map.of("profile", assignment.profile().digest()));
    }

    @Override
    public ChunkBudget budget(Assignment assignment) {
        return BUDGET;
    }

    @Override
    public ReadingOutcome read(ChunkedText document, Chunk chunk, Assignment assignment) {
        Scene scene = new Scene(document, chunk);
        return new Reading(
                chunk.span(),
                chunk.tokens(),
                Facts.of(scene, assignment.profile()),
                sentiment.read(scene),
                summary(scene),
                Rejected.NONE,
                Usage.NONE);
    }

    private static List<SupportedSentence> summary(Scene scene) {
        List<Span> prose = scene.sentences().stream()
                .filter(sentence -> Prose.isSentence(scene.text(sentence), scene.language()))
                .toList();
        int count = Math.clamp((prose.size() + SENTENCES_FOR_ONE - 1) / SENTENCES_FOR_ONE, 1, MOST_SENTENCES);
        return KeySentences.choose(prose.stream().map(scene::text).toList(), scene.language(), count).stream()
                .map(at -> sentence(scene, prose.get(at)))
                .toList();
    }

    private static SupportedSentence sentence(Scene scene, Span span) {
        Evidence evidence = scene.evidence(span);
        String oneLine = scene.text(span).replaceAll("\\s+", " ");
        return new SupportedSentence(ProtectedText.of(oneLine), List.of(evidence));
    }
}
