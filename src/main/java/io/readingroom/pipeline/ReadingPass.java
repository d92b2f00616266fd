package io.readingroom.pipeline;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Chunker;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.document.Span;
import io.readingroom.journey.Progress;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.reading.SplitNeeded;
import io.readingroom.reading.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads all chunks of a text in order, and the halves of those that are too long. What was read before is not read
/// again: cutting and halving are pure, so the same chunks come out.
final class ReadingPass {

    /// Each halving doubles the prompts; a chunk that does not fit in a 256th never will.
    private static final int MOST_HALVINGS = 8;

    /// What a pass reads, and how.
    ///
    /// @param reader who reads
    /// @param by who that is, for the record
    /// @param assignment what is asked
    /// @param chunker that cut the text
    /// @param text in its chunks
    /// @param origin digest of everything that a reading depends on beside the chunk
    record Plan(
            Reader reader, Origin by, Assignment assignment, Chunker chunker, ChunkedText text, ContentDigest origin) {}

    private final Plan plan;
    private final Walk walk;
    private final Notebook notebook;
    private final Map<Span, Reading> kept;
    private final List<Reading> readings = new ArrayList<>();
    private Progress progress;
    private Usage spentOnCuts = Usage.NONE;

    ReadingPass(Plan plan, Walk walk, Notebook notebook) {
        this.plan = plan;
        this.walk = walk;
        this.notebook = notebook;
        this.kept = notebook.readings(walk.document(), plan.origin());
        List<Chunk> chunks = plan.text().chunks();
        this.progress = new Progress(
                kept.size(),
                chunks.size(),
                kept.values().stream().mapToLong(Reading::tokens).sum(),
                chunks.stream().mapToLong(Chunk::tokens).sum());
    }

    /// The readings in the order of the text; their spans tile it.
    List<Reading> run() throws InterruptedException {
        notebook.planned(walk.document(), progress);
        for (Chunk chunk : plan.text().chunks()) {
            read(chunk, 0);
        }
        return readings;
    }

    private void read(Chunk chunk, int halvings) throws InterruptedException {
        Reading before = kept.get(chunk.span());
        if (before != null) {
            readings.add(before);
        } else if (wasCut(chunk)) {
            cut(chunk, halvings);
        } else {
            ask(chunk, halvings);
        }
    }

    private void ask(Chunk chunk, int halvings) throws InterruptedException {
        long start = System.nanoTime();
        switch (walk.interruptibly(() -> plan.reader().read(plan.text(), chunk, plan.assignment()))) {
            case Reading reading -> keep(withCuts(reading), Duration.ofNanos(System.nanoTime() - start));
            case SplitNeeded split -> {
                spentOnCuts = spentOnCuts.plus(split.usage());
                cut(chunk, halvings);
            }
        }
    }

    private void keep(Reading reading, Duration took) {
        DocumentId document = walk.document();
        progress = progress.read(reading.tokens());
        notebook.keep(document, new Notebook.ReadChunk(reading, plan.by(), plan.origin(), progress, took));
        readings.add(reading);
    }

    private void cut(Chunk chunk, int halvings) throws InterruptedException {
        if (halvings == MOST_HALVINGS || chunk.span().length() < 2) {
            throw new RefusedException(PipelineRefusal.UNREADABLE_CHUNK);
        }
        List<Chunk> halves = plan.chunker().halve(plan.text(), chunk);
        progress = progress.cut(halves.stream().mapToInt(Chunk::tokens).sum() - chunk.tokens());
        for (Chunk half : halves) {
            read(half, halvings + 1);
        }
    }

    private boolean wasCut(Chunk chunk) {
        return kept.keySet().stream().anyMatch(span -> chunk.span().contains(span));
    }

    /// What was spent in finding out that a chunk must be cut counts for the first reading that follows.
    private Reading withCuts(Reading reading) {
        Usage usage = reading.usage().plus(spentOnCuts);
        spentOnCuts = Usage.NONE;
        return new Reading(
                reading.span(),
                reading.tokens(),
                reading.facts(),
                reading.sentiment(),
                reading.summary(),
                reading.rejected(),
                usage);
    }
}
