package io.readingroom.pipeline;

import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Analyst;
import io.readingroom.analysis.Material;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Chunker;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.Extractor;
import io.readingroom.intake.Submission;
import io.readingroom.intake.Submissions;
import io.readingroom.journey.JourneyEndedException;
import io.readingroom.journey.JourneyState;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.result.KeptText;
import io.readingroom.telemetry.Fact;
import io.readingroom.telemetry.Trail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Walks one document down the road: extract, cut, read chunk by chunk, bring together. What is already in the notebook
/// is not done again.
final class Walker {

    private final Submissions submissions;
    private final Extractor extractor;
    private final Supplier<Reader> engine;
    private final ProfileShelf profiles;
    private final Analyst analyst;
    private final Notebook notebook;
    private final Clock clock;
    private final String version;

    Walker(
            Submissions submissions,
            Extractor extractor,
            Supplier<Reader> engine,
            ProfileShelf profiles,
            Analyst analyst,
            Notebook notebook,
            Clock clock,
            String version) {
        this.submissions = submissions;
        this.extractor = extractor;
        this.engine = engine;
        this.profiles = profiles;
        this.analyst = analyst;
        this.notebook = notebook;
        this.clock = clock;
        this.version = version;
    }

    /// Walks to the end of the road, or until something is in the way, which is thrown.
    ///
    /// @return whether it came to the end; not when the document's turn was over before
    /// @throws InterruptedException when the walk is stopped
    boolean go(Walk walk) throws InterruptedException {
        Instant startedAt = clock.instant();
        Submission submission =
                submissions.find(walk.document()).orElseThrow(() -> new JourneyEndedException(JourneyState.ERASED));
        Assignment assignment = new Assignment(profiles.named(submission.profile()), submission.language());
        KeptText text = text(walk, submission);
        ReadingPass.Plan plan = walk.interruptibly(() -> Trail.step("chunk", () -> plan(text, assignment)));
        Optional<List<Reading>> readings = new ReadingPass(plan, walk, notebook).run();
        if (readings.isEmpty()) {
            return false;
        }
        Material material = new Material(
                text.document(),
                text.text(),
                text.pages(),
                text.language(),
                text.warnings(),
                assignment,
                plan.by(),
                readings.get(),
                readings.get().stream().mapToInt(Reading::tokens).sum(),
                startedAt);
        notebook.analysing(text.document(), plan.by());
        Analysis analysis = walk.interruptibly(() -> Trail.step("analyse", () -> analyst.analyse(material)));
        Trail.step("keep result", () -> keep(analysis));
        return true;
    }

    private int keep(Analysis analysis) {
        notebook.complete(analysis);
        int facts = analysis.keyFacts().size();
        Trail.mark(Fact.FACTS, facts);
        return facts;
    }

    private KeptText text(Walk walk, Submission submission) throws InterruptedException {
        Optional<KeptText> before = notebook.text(submission.id());
        if (before.isPresent()) {
            return before.get();
        }
        notebook.extracting(submission.id());
        KeptText text =
                kept(submission.id(), walk.interruptibly(() -> Trail.step("extract", () -> extract(submission))));
        notebook.keep(text);
        return text;
    }

    private ExtractedText extract(Submission submission) throws InterruptedException {
        try (InputStream content = submissions.open(submission.id())) {
            ExtractedText text = extractor.extract(content, submission.mediaType());
            Trail.mark(Fact.PAGES, text.pages().size());
            Trail.mark(Fact.CHARACTERS, text.text().length());
            return text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ReadingPass.Plan plan(KeptText text, Assignment assignment) throws InterruptedException {
        Reader reader = engine.get();
        Origin by = reader.origin(assignment);
        ChunkBudget budget = reader.budget(assignment);
        Chunker chunker = new Chunker(reader.counter(), budget);
        ExtractedText extracted =
                new ExtractedText(text.text(), text.pages(), text.mediaType(), text.language(), text.warnings());
        ChunkedText chunks = chunker.cut(extracted);
        Trail.mark(Fact.CHUNKS, chunks.chunks().size());
        return new ReadingPass.Plan(reader, by, assignment, chunker, chunks, origin(by, assignment, budget));
    }

    /// Digest of everything that a reading depends on beside its chunk. Readings of another model, profile, budget or
    /// version of this service are not mixed with those of this walk.
    private ContentDigest origin(Origin by, Assignment assignment, ChunkBudget budget) {
        String all = String.join(
                "\n",
                version,
                by.engine(),
                by.engineVersion(),
                by.model(),
                by.modelDigest(),
                by.contextTokens() + " " + by.seed() + " " + budget.target() + " " + budget.ceiling(),
                new TreeMap<>(by.templateDigests()).toString(),
                assignment.profile().digest().toString(),
                String.valueOf(assignment.answerLanguage()));
        return ContentDigest.of(all.getBytes(StandardCharsets.UTF_8));
    }

    private static KeptText kept(DocumentId document, ExtractedText text) {
        return new KeptText(document, text.text(), text.pages(), text.mediaType(), text.language(), text.warnings());
    }
}
