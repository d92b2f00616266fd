package io.readingroom.result;

import io.readingroom.analysis.Sentiment;
import io.readingroom.analysis.SentimentLabel;
import io.readingroom.analysis.SentimentSection;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Sentiment", description = "How the document sounds.")
record SentimentView(
        @Schema(
                description = "The verdict.",
                enumeration = {"positive", "neutral", "negative"})
        String label,

        @Schema(description = "The share of the verdict, 0 to 1.", examples = "0.82")
        double confidence,

        @Schema(description = "Whether the thresholds were fitted for this model.")
        boolean calibrated,

        ScoresView scores,

        @Schema(description = "The sentences that carry it, most telling first.")
        List<EvidenceView> drivers,

        @Schema(description = "How each part sounds; empty for a document read in one piece.")
        List<SectionView> sections) {

    static SentimentView of(Sentiment sentiment) {
        return new SentimentView(
                word(sentiment.label()),
                sentiment.confidence(),
                sentiment.calibrated(),
                new ScoresView(sentiment.positive(), sentiment.neutral(), sentiment.negative()),
                EvidenceView.drivers(sentiment.drivers()),
                sentiment.sections().stream().map(SectionView::of).toList());
    }

    private static String word(SentimentLabel label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    @Schema(name = "SentimentScores", description = "Shares that add up to 1.")
    record ScoresView(double positive, double neutral, double negative) {}

    @Schema(name = "SentimentSection", description = "How one part of the document sounds.")
    record SectionView(
            int page,
            int start,
            int end,

            @Schema(enumeration = {"positive", "neutral", "negative"})
            String label,

            double confidence) {

        static SectionView of(SentimentSection section) {
            return new SectionView(
                    section.page(),
                    section.span().start(),
                    section.span().end(),
                    word(section.label()),
                    section.confidence());
        }
    }
}
