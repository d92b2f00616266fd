package io.readingroom.pipeline;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.chunking.Chunker;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.RefusedException;
import io.readingroom.document.Span;
import io.readingroom.journey.Progress;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.reading.ReadingOutcome;
import io.readingroom.reading.SplitNeeded;
import io.readingroom.reading.Usage;
import io.readingroom.telemetry.Fact;
import io.readingroom.telemetry.Trail;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reads all chunks of a text, as many at a time as the reader takes, and the halves of those that are too long. What
/// was read before is not read again: cutting and halving are pure, so the same chunks come out.
final class ReadingPass {

    /// Each halving doubles the prompts; a chunk that does not fit in a 256th never will.
    private static final int MOST_HALVINGS = 8;

    /// Why a chunk was not read that its halves are read instead of.
    private static final String TOO_LONG = "too-long";

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
    private final Queue<Chunk> waiting;
    private final SortedMap<Span, Reading> readings = new TreeMap<>(Comparator.comparingInt(Span::start));
    private Progress progress;
    private long lastKept = System.nanoTime();
    private boolean letOthersGo;

    ReadingPass(Plan plan, Walk walk, Notebook notebook) {
        this.plan = plan;
        this.walk = walk;
        this.notebook = notebook;
        this.kept = notebook.readings(walk.document(), plan.origin());
        List<Chunk> chunks = plan.text().chunks();
        this.waiting = new ConcurrentLinkedQueue<>(chunks);
        this.progress = new Progress(
                kept.size(),
                chunks.size(),
                kept.values().stream().mapToLong(Reading::tokens).sum(),
                chunks.stream().mapToLong(Chunk::tokens).sum());
    }

    /// The readings in the order of the text; their spans tile it. Empty when others must go first:
    /// what was read is kept.
    ///
    /// @throws InterruptedException when the walk is stopped
    Optional<List<Reading>> run() throws InterruptedException {
        notebook.planned(walk.document(), progress);
        new Hands(plan.reader().parallelism()).all(this::readOn);
        return letOthersGo ? Optional.empty() : Optional.of(List.copyOf(readings.values()));
    }

    /// Takes chunk after chunk until none is left. The others of a chunk that fails finish what they have begun, which
    /// is kept and not read again by the next walk.
    private void readOn() throws InterruptedException {
        try {
            for (Chunk chunk = waiting.poll(); chunk != null; chunk = waiting.poll()) {
                read(chunk, 0, Usage.NONE);
            }
        } finally {
            waiting.clear();
        }
    }

    /// @param spent on finding out that the chunk must be cut from a longer one; counts for the first reading in it
    private void read(Chunk chunk, int halvings, Usage spent) throws InterruptedException {
        Reading before = kept.get(chunk.span());
        if (before != null) {
            add(before);
        } else if (wasCut(chunk)) {
            cut(chunk, halvings, spent);
        } else {
            ask(chunk, halvings, spent);
        }
    }

    private void ask(Chunk chunk, int halvings, Usage spent) throws InterruptedException {
        switch (walk.interruptibly(() -> Trail.step("read chunk", () -> outcome(chunk)))) {
            case Reading reading -> keep(reading.plus(spent));
            case SplitNeeded split -> {
                notebook.unread(walk.document(), chunk.span(), plan.by(), TOO_LONG);
                cut(chunk, halvings, spent.plus(split.usage()));
            }
        }
    }

    private ReadingOutcome outcome(Chunk chunk) throws InterruptedException {
        Trail.mark(Fact.TOKENS, chunk.tokens());
        notebook.reading(walk.document(), chunk.span(), plan.by());
        try {
            return plan.reader().read(plan.text(), chunk, plan.assignment());
        } catch (RuntimeException failed) {
            notebook.unread(
                    walk.document(),
                    chunk.span(),
                    plan.by(),
                    Verdict.about(failed).reason());
            throw failed;
        }
    }

    /// One at a time, so that the progress noted last is the furthest. A chunk has taken the time since the one before
    /// it, whatever was read side by side: the estimate of what is left then holds for any number of hands.
    private synchronized void keep(Reading reading) {
        progress = progress.read(reading.tokens());
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - lastKept);
        lastKept = now;
        notebook.keep(walk.document(), new Notebook.ReadChunk(reading, plan.by(), plan.origin(), progress, took));
        add(reading);
        if (!waiting.isEmpty() && walk.turn().over(progress)) {
            letOthersGo = true;
            waiting.clear();
        }
    }

    private synchronized void add(Reading reading) {
        readings.put(reading.span(), reading);
    }

    private void cut(Chunk chunk, int halvings, Usage spent) throws InterruptedException {
        if (halvings == MOST_HALVINGS || chunk.span().length() < 2) {
            throw new RefusedException(PipelineRefusal.UNREADABLE_CHUNK);
        }
        List<Chunk> halves = plan.chunker().halve(plan.text(), chunk);
        grow(halves.stream().mapToInt(Chunk::tokens).sum() - chunk.tokens());
        Usage unclaimed = spent;
        for (Chunk half : halves) {
            read(half, halvings + 1, unclaimed);
            unclaimed = Usage.NONE;
        }
    }

    private synchronized void grow(int tokens) {
        progress = progress.cut(tokens);
    }

    private boolean wasCut(Chunk chunk) {
        return kept.keySet().stream().anyMatch(span -> chunk.span().contains(span));
    }
}
