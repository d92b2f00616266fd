package io.readingroom.pipeline;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Analyst;
import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.KeyFact;
import io.readingroom.analysis.Material;
import io.readingroom.analysis.Provenance;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentLabel;
import io.readingroom.analysis.Summary;
import io.readingroom.chunking.Chunk;
import io.readingroom.chunking.ChunkBudget;
import io.readingroom.chunking.ChunkedText;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.RefusedException;
import io.readingroom.document.Span;
import io.readingroom.document.TokenCounter;
import io.readingroom.extraction.ExtractedText;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.Extractor;
import io.readingroom.grounding.Alignment;
import io.readingroom.grounding.Evidence;
import io.readingroom.inference.InferenceException;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.GroundedFact;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reader;
import io.readingroom.reading.Reading;
import io.readingroom.reading.ReadingOutcome;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SentimentReading;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import io.readingroom.telemetry.ScriptedCollector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// The house, watched by a collector of traces, with rooms that do what the document says: `@encrypted`
/// has no text, `@hang` is read until somebody stops it, `@down` finds the model server down the first
/// two times, `@boom` meets a bug.
public class ScriptedHouse implements QuarkusTestProfile {

    /// A permit for each `@hang` that is being read.
    static final Semaphore HANGING = new Semaphore(0);

    /// A permit for each `@hang` that was interrupted.
    static final Semaphore INTERRUPTED = new Semaphore(0);

    /// How often the server is still down.
    static final Semaphore DOWN = new Semaphore(0);

    /// A permit for each chunk that was read.
    static final Semaphore READ = new Semaphore(0);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "reading-room.engine", "scripted",
                "reading-room.pipeline.heartbeat", "500MS",
                "reading-room.pipeline.polling", "200MS",
                "reading-room.pipeline.first-pause", "100MS",
                "reading-room.journey.longest-wait", "20S");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TextExtractor.class, ObedientReader.class, PlainAnalyst.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ScriptedCollector.class));
    }

    /// Takes every document for UTF-8 text.
    @Alternative
    @ApplicationScoped
    static class TextExtractor implements Extractor {

        @Override
        public ExtractedText extract(InputStream content, String mediaType) {
            try {
                String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                if (text.contains("@encrypted")) {
                    throw new RefusedException(ExtractionRefusal.ENCRYPTED);
                }
                Page page = new Page(1, new Span(0, text.length()));
                return new ExtractedText(ProtectedText.of(text), List.of(page), mediaType, "en", List.of());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// Finds one fact in each chunk: its first word.
    @Alternative
    @ApplicationScoped
    static class ObedientReader implements Reader {

        @Override
        public String engine() {
            return "scripted";
        }

        @Override
        public int parallelism() {
            return 2;
        }

        @Override
        public TokenCounter counter() {
            return new ScriptedReader().counter();
        }

        @Override
        public Origin origin(Assignment assignment) {
            return new Origin("scripted", "1", "script", "sha256:aa", 0, 1, Map.of());
        }

        @Override
        public ChunkBudget budget(Assignment assignment) {
            return new ChunkBudget(64, 128);
        }

        @Override
        public ReadingOutcome read(ChunkedText document, Chunk chunk, Assignment assignment)
                throws InterruptedException {
            String words = document.text().slice(chunk.span()).reveal();
            if (words.contains("@hang")) {
                hang();
            }
            if (words.contains("@down") && DOWN.tryAcquire()) {
                throw new InferenceException.Unavailable("server-down", null);
            }
            if (words.contains("@boom")) {
                throw new IllegalStateException(words);
            }
            READ.release();
            int start = chunk.span().start();
            Evidence evidence = evidence(document.text(), new Span(start, start + words.indexOf(' ')), chunk.span());
            return new Reading(
                    chunk.span(),
                    chunk.tokens(),
                    List.of(new GroundedFact("word", evidence.quote(), null, List.of(evidence))),
                    new SentimentReading(0, 1, 0, true, List.of(evidence)),
                    List.of(new SupportedSentence(evidence.quote(), List.of(evidence))),
                    Rejected.NONE,
                    new Usage(1, chunk.tokens(), 0, 1, Duration.ofMillis(1)));
        }

        private static void hang() throws InterruptedException {
            HANGING.release();
            try {
                new CountDownLatch(1).await();
            } finally {
                INTERRUPTED.release();
            }
        }

        private static Evidence evidence(ProtectedText text, Span span, Span sentence) {
            return new Evidence(span, 1, text.slice(span), sentence, Alignment.EXACT);
        }
    }

    /// Puts the readings one after the other.
    @Alternative
    @ApplicationScoped
    static class PlainAnalyst implements Analyst {

        @Override
        public Analysis analyse(Material material) {
            List<Reading> readings = material.readings();
            List<KeyFact> facts = readings.stream()
                    .flatMap(reading -> reading.facts().stream())
                    .map(fact -> new KeyFact("F1", fact.kind(), fact.value(), fact.normalized(), fact.evidence()))
                    .toList();
            int length = material.text().length();
            long tokens = material.totalTokens();
            return new Analysis(
                    material.document(),
                    new Summary(
                            material.language(),
                            readings.stream()
                                    .flatMap(reading -> reading.summary().stream())
                                    .toList(),
                            List.of()),
                    new Sentiment(SentimentLabel.NEUTRAL, 1, true, 0, 1, 0, List.of(), List.of()),
                    facts,
                    List.of(),
                    new Coverage(
                            new Coverage.Share(length, length),
                            new Coverage.Share(tokens, tokens),
                            new Coverage.Share(readings.size(), readings.size())),
                    Rejected.NONE,
                    material.warnings(),
                    new Provenance(
                            material.origin(),
                            ContentDigest.of(material.text().reveal().getBytes(StandardCharsets.UTF_8)),
                            Usage.NONE,
                            material.startedAt(),
                            Instant.now(),
                            "test"));
        }
    }
}
