package io.readingroom.analysis;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.grounding.Alignment;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.GroundedFact;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reading;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SentimentReading;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import io.readingroom.reading.profile.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds readings of a text for tests.
public final class Readings {

    public static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final String text;
    private final List<Reading> readings = new ArrayList<>();

    public Readings(String text) {
        this.text = text;
    }

    public Evidence place(String words) {
        int start = text.indexOf(words);
        Span span = new Span(start, start + words.length());
        return new Evidence(span, 1, ProtectedText.of(words), span, Alignment.EXACT);
    }

    public GroundedFact fact(String kind, String words, @Nullable String normalized) {
        return new GroundedFact(
                kind,
                ProtectedText.of(words),
                normalized == null ? null : ProtectedText.of(normalized),
                List.of(place(words)));
    }

    public SupportedSentence sentence(String written, String quote) {
        return new SupportedSentence(ProtectedText.of(written), List.of(place(quote)));
    }

    public Readings chunk(
            int start, int end, SentimentReading sentiment, List<SupportedSentence> summary, GroundedFact... facts) {
        readings.add(new Reading(
                new Span(start, end),
                (end - start) / 4,
                List.of(facts),
                sentiment,
                summary,
                new Rejected(1, 1, 0),
                new Usage(3, 300, 200, 40, Duration.ofSeconds(1))));
        return this;
    }

    public Readings chunk(int start, int end, GroundedFact... facts) {
        return chunk(start, end, neutral(), List.of(), facts);
    }

    public static SentimentReading neutral() {
        return new SentimentReading(0.1, 0.8, 0.1, true, List.of());
    }

    public Material material(String engine) {
        return material(engine, List.of(new Page(1, new Span(0, text.length()))), List.of());
    }

    public Material material(String engine, List<Page> pages, List<Warning> warnings) {
        return material(engine, "nda", pages, warnings);
    }

    public Material material(String engine, String profile, List<Page> pages, List<Warning> warnings) {
        ContentDigest digest = ContentDigest.of(new byte[0]);
        return new Material(
                DocumentId.random(),
                ProtectedText.of(text),
                pages,
                "en",
                warnings,
                new Assignment(new Profiles(Optional.empty()).named(profile), null),
                new Origin(
                        engine,
                        "1",
                        "m",
                        "sha256:0",
                        4000,
                        1,
                        Map.of("facts", digest, "sentiment-thresholds.en", digest)),
                List.copyOf(readings),
                readings.stream().mapToInt(Reading::tokens).sum(),
                START);
    }
}
