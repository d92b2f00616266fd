package io.readingroom.result;

import io.readingroom.analysis.Summary;
import io.readingroom.analysis.SummarySection;
import io.readingroom.document.ProtectedText;
import io.readingroom.reading.SupportedSentence;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Summary", description = "A summary in which each sentence has evidence.")
record SummaryView(
        @Schema(description = "BCP 47 tag of the language it is written in.", examples = "en")
        String language,

        @Schema(description = "The sentences in one piece.", implementation = String.class)
        ProtectedText text,

        List<SentenceView> sentences,

        @Schema(description = "The summaries of the parts; empty for a document read in one piece.")
        List<SectionView> sections) {

    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.language(),
                joined(summary.sentences(), summary.language()),
                sentences(summary.sentences()),
                summary.sections().stream()
                        .map(section -> SectionView.of(section, summary.language()))
                        .toList());
    }

    /// Chinese and Japanese put no space between sentences.
    private static ProtectedText joined(List<SupportedSentence> sentences, String language) {
        String between = language.startsWith("zh") || language.startsWith("ja") ? "" : " ";
        return ProtectedText.of(
                sentences.stream().map(sentence -> sentence.text().reveal()).collect(Collectors.joining(between)));
    }

    private static List<SentenceView> sentences(List<SupportedSentence> sentences) {
        return sentences.stream()
                .map(s -> new SentenceView(s.text(), EvidenceView.of(s.evidence())))
                .toList();
    }

    @Schema(name = "SummarySentence", description = "A sentence of a summary and the places that support it.")
    record SentenceView(
            @Schema(implementation = String.class) ProtectedText text, List<EvidenceView> evidence) {}

    @Schema(name = "SummarySection", description = "The summary of one part of the document.")
    record SectionView(
            @Schema(description = "The page on which the part starts.")
            int page,

            @Schema(description = "The first UTF-16 unit of the part.")
            int start,

            @Schema(description = "The UTF-16 unit behind the last.")
            int end,

            @Schema(implementation = String.class) ProtectedText text,
            List<SentenceView> sentences) {

        static SectionView of(SummarySection section, String language) {
            return new SectionView(
                    section.page(),
                    section.span().start(),
                    section.span().end(),
                    joined(section.sentences(), language),
                    SummaryView.sentences(section.sentences()));
        }
    }
}
