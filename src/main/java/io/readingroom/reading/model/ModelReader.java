package io.readingroom.reading.model;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Sentence;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.TokenCounter;
import io.readingroom.grounding.Passage;
import io.readingroom.inference.InferenceException.Misconfigured;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.InferenceSettings;
import io.readingroom.inference.ModelCard;
import io.readingroom.inference.ModelDoor;
import io.readingroom.inference.ModelSession;
import io.readingroom.inference.Prompt;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Calibration;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.reading.ReadingConfig;
import io.readingroom.reading.ReadingOutcome;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SplitNeeded;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.SupportedProse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads a chunk by asking a model three questions about it, one after the other on the same permit, so that the text
/// is read by the server once: facts, sentiment, summary. Code vouches for what is kept of the answers.
@ApplicationScoped
public class ModelReader implements Reader {

    /// The name of this engine.
    public static final String ENGINE = "ollama";

    private final ModelDoor door;
    private final ReadingConfig config;
    private final InferenceSettings inference;
    private final FactsQuestion facts = new FactsQuestion();
    private final SentimentQuestion sentiment = new SentimentQuestion();
    private final SummaryQuestion summary = new SummaryQuestion();

    @Inject
    public ModelReader(ModelDoor door, ReadingConfig config, InferenceSettings inference) {
        this.door = door;
        this.config = config;
        this.inference = inference;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    /// As many as there are permits, which other documents may hold.
    @Override
    public int parallelism() {
        return inference.permits();
    }

    @Override
    public TokenCounter counter() throws InterruptedException {
        return door.card().counter();
    }

    @Override
    public Origin origin(Assignment assignment) throws InterruptedException {
        ModelCard card = door.card();
        Map<String, ContentDigest> digests = new TreeMap<>(calibration(card).digests());
        Stream.of(facts.templates(), sentiment.templates(), summary.templates())
                .flatMap(List::stream)
                .forEach(template -> digests.put(template.name(), template.digest()));
        digests.put("profile", assignment.profile().digest());
        return new Origin(
                ENGINE,
                card.engineVersion(),
                card.model(),
                card.digest(),
                card.contextTokens(),
                inference.seed(),
                digests);
    }

    @Override
    public ChunkBudget budget(Assignment assignment) throws InterruptedException {
        int dearest = 0;
        List<Prompt> prompts = new ArrayList<>(List.of(facts.longest(assignment.profile())));
        prompts.addAll(sentiment.longest());
        prompts.addAll(summary.longest());
        for (Prompt prompt : prompts) {
            dearest = Math.max(dearest, door.cost(prompt) + prompt.maxOutputTokens());
        }
        int ceiling = door.card().contextTokens() - dearest;
        if (ceiling < 1) {
            throw new Misconfigured("context-too-small");
        }
        return new ChunkBudget(Math.clamp(config.targetTokens(), 1, ceiling), ceiling);
    }

    @Override
    public ReadingOutcome read(ChunkedText document, Chunk chunk, Assignment assignment) throws InterruptedException {
        ProtectedText text = document.text().slice(chunk.span());
        try (ModelSession session = door.open()) {
            Conversation conversation = new Conversation(session, text, chunk.tokens());
            try {
                return read(conversation, document, chunk, assignment);
            } catch (TooLong tooLong) {
                if (chunk.span().length() < 2) {
                    throw tooLong;
                }
                return new SplitNeeded("prompt-too-long", conversation.usage());
            }
        }
    }

    private ReadingOutcome read(Conversation conversation, ChunkedText document, Chunk chunk, Assignment assignment)
            throws InterruptedException {
        Passage passage = new Passage(
                document.text(),
                chunk.span(),
                chunk.sentences().stream().map(Sentence::span).toList(),
                document.pages(),
                document.language());
        Facts found = facts.ask(conversation, assignment.profile(), passage);
        if (found.cut() && chunk.tokens() >= config.splitTokens()) {
            return new SplitNeeded("answer-cut", conversation.usage());
        }
        SentimentQuestion.Verdict verdict =
                sentiment.ask(conversation, passage, calibration(door.card()).band(document.language()));
        SupportedProse prose = summary.ask(conversation, passage);
        return new Reading(
                chunk.span(),
                chunk.tokens(),
                found.grounded(),
                verdict.reading(),
                prose.sentences(),
                new Rejected(found.ungrounded(), 0, found.invalid() + (found.cut() ? 1 : 0))
                        .plus(verdict.rejected())
                        .plus(prose.rejected()),
                conversation.usage());
    }

    private Calibration calibration(ModelCard card) {
        return Calibration.of(config.sentiment(), card.model());
    }
}
