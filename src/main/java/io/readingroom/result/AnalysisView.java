package io.readingroom.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.readingroom.analysis.Analysis;
import io.readingroom.document.Warning;
import io.readingroom.reading.Rejected;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Analysis", description = "The answer about a document.")
record AnalysisView(
        @Schema(examples = "7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11")
        String documentId,

        SummaryView summary,
        SentimentView sentiment,
        List<FactView> keyFacts,
        List<ConflictView> conflicts,
        CoverageView coverage,
        RejectedView rejected,
        List<WarningView> warnings,
        ProvenanceView provenance) {

    static AnalysisView of(Analysis analysis) {
        return new AnalysisView(
                analysis.documentId().toString(),
                SummaryView.of(analysis.summary()),
                SentimentView.of(analysis.sentiment()),
                analysis.keyFacts().stream().map(FactView::of).toList(),
                analysis.conflicts().stream()
                        .map(c -> new ConflictView(c.kind(), c.attribute(), c.facts()))
                        .toList(),
                CoverageView.of(analysis.coverage()),
                RejectedView.of(analysis.rejected()),
                WarningView.of(analysis.warnings()),
                ProvenanceView.of(analysis.provenance()));
    }

    @Schema(name = "Conflict", description = "Facts that cannot all be true: one attribute, several values.")
    record ConflictView(
            String kind,
            String attribute,
            @Schema(description = "The ids of the facts.") List<String> facts) {}

    @Schema(name = "Rejected", description = "What was dropped because code could not vouch for it.")
    record RejectedView(int ungroundedFacts, int unsupportedSentences, int invalidAnswers) {

        static RejectedView of(Rejected rejected) {
            return new RejectedView(
                    rejected.ungroundedFacts(), rejected.unsupportedSentences(), rejected.invalidAnswers());
        }
    }

    @Schema(name = "Warning", description = "Something the reader of an answer must know about the text it rests on.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WarningView(
            @Schema(examples = "page-without-text") String code,

            @Schema(description = "The page it concerns, absent when it concerns the document.") @Nullable
            Integer page) {

        static List<WarningView> of(List<Warning> warnings) {
            return warnings.stream()
                    .map(w -> new WarningView(w.code(), w.page()))
                    .toList();
        }
    }
}
