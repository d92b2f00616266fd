package io.readingroom.pipeline;

import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.reading.ReadingOutcome;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SentimentReading;
import io.readingroom.reading.SplitNeeded;
import io.readingroom.reading.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A reader that reads chunks up to a length and otherwise asks for halves.
final class ScriptedReader implements Reader {

    /// What a reading depends on in a test.
    interface Script {
        void before(Span span) throws InterruptedException;
    }

    final List<Span> asked = Collections.synchronizedList(new ArrayList<>());
    int longest = Integer.MAX_VALUE;
    int parallelism = 1;
    String modelDigest = "sha256:aa";
    Script script = span -> {};

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public TokenCounter counter() {
        return new TokenCounter() {
            @Override
            public int count(CharSequence text) {
                return text.length();
            }

            @Override
            public boolean exact() {
                return true;
            }
        };
    }

    @Override
    public Origin origin(Assignment assignment) {
        return new Origin("scripted", "1", "script", modelDigest, 0, 1, Map.of());
    }

    @Override
    public ChunkBudget budget(Assignment assignment) {
        return new ChunkBudget(16, 16);
    }

    @Override
    public ReadingOutcome read(ChunkedText document, Chunk chunk, Assignment assignment) throws InterruptedException {
        asked.add(chunk.span());
        script.before(chunk.span());
        Usage usage = new Usage(1, chunk.tokens(), 0, 1, Duration.ofMillis(1));
        return chunk.span().length() > longest
                ? new SplitNeeded("prompt-too-long", usage)
                : new Reading(
                        chunk.span(),
                        chunk.tokens(),
                        List.of(),
                        new SentimentReading(0, 1, 0, true, List.of()),
                        List.of(),
                        Rejected.NONE,
                        usage);
    }
}
