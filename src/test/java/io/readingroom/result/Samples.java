package io.readingroom.result;

import io.readingroom.analysis.Analysis;
import io.readingroom.analysis.Conflict;
import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.KeyFact;
import io.readingroom.analysis.Provenance;
import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentLabel;
import io.readingroom.analysis.SentimentSection;
import io.readingroom.analysis.Summary;
import io.readingroom.analysis.SummarySection;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.grounding.Alignment;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An analysis with something in every part of it.
final class Samples {

    static final DocumentId DOCUMENT = new DocumentId(new UUID(1, 2));

    private Samples() {}

    static Analysis analysis(String words) {
        Evidence exact = evidence(words, Alignment.EXACT);
        SupportedSentence sentence = new SupportedSentence(ProtectedText.of(words), List.of(exact));
        Span part = new Span(0, 90);
        return new Analysis(
                DOCUMENT,
                new Summary("en", List.of(sentence, sentence), List.of(new SummarySection(part, 1, List.of(sentence)))),
                new Sentiment(
                        SentimentLabel.NEUTRAL,
                        0.82,
                        false,
                        0.1,
                        0.82,
                        0.08,
                        List.of(exact),
                        List.of(new SentimentSection(part, 1, SentimentLabel.NEGATIVE, 0.7))),
                List.of(
                        new KeyFact(
                                "F1", "date", ProtectedText.of(words), ProtectedText.of("2014-05-20"), List.of(exact)),
                        new KeyFact(
                                "F2",
                                "party",
                                ProtectedText.of(words),
                                null,
                                List.of(evidence(words, Alignment.ALIGNED)))),
                List.of(new Conflict("date", "effective date", List.of("F1", "F2"))),
                new Coverage(new Coverage.Share(90, 90), new Coverage.Share(21, 21), new Coverage.Share(1, 1)),
                new Rejected(2, 1, 0),
                List.of(new Warning("page-without-text", 3), Warning.of("text-cut")),
                provenance());
    }

    private static Provenance provenance() {
        Origin origin =
                new Origin("ollama", "0.32.15", "gemma4:12b", "sha256:aa", 16384, 1, Map.of("facts", digest("facts")));
        return new Provenance(
                origin,
                digest("text"),
                new Usage(3, 4630, 4100, 512, Duration.ofSeconds(9)),
                Instant.parse("2026-01-15T09:30:00Z"),
                Instant.parse("2026-01-15T09:30:12Z"),
                "0.1.0");
    }

    private static Evidence evidence(String words, Alignment alignment) {
        return new Evidence(new Span(31, 43), 1, ProtectedText.of(words), new Span(0, 60), alignment);
    }

    private static ContentDigest digest(String text) {
        return ContentDigest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
