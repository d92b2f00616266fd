package io.readingroom.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.Evidence;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Evidence", description = "Where the words of an answer stand in the document, found by code.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceView(
        @Schema(description = "The page on which the words start, counted from 1.", examples = "2")
        int page,

        @Schema(description = "The first UTF-16 unit of the words in the text.", examples = "1204")
        int start,

        @Schema(description = "The UTF-16 unit behind the last.", examples = "1277")
        int end,

        @Schema(
                description = "The words as they stand in the document.",
                implementation = String.class,
                examples = "May 20, 2014")
        ProtectedText quote,

        @Schema(
                description = "How the answer and these words agree.",
                enumeration = {"exact", "normalized", "aligned", "supporting"})
        @Nullable
        String alignment,

        @Schema(description = "The sentence around the words.")
        SpanView sentence) {

    static EvidenceView of(Evidence evidence) {
        return of(evidence, evidence.alignment().name().toLowerCase(Locale.ROOT));
    }

    static List<EvidenceView> of(List<Evidence> evidence) {
        return evidence.stream().map(EvidenceView::of).toList();
    }

    /// The sentences that carry a sentiment agree with no words of an answer.
    static List<EvidenceView> drivers(List<Evidence> evidence) {
        return evidence.stream().map(driver -> of(driver, null)).toList();
    }

    private static EvidenceView of(Evidence evidence, @Nullable String alignment) {
        Span span = evidence.span();
        return new EvidenceView(
                evidence.page(),
                span.start(),
                span.end(),
                evidence.quote(),
                alignment,
                SpanView.of(evidence.sentence()));
    }

    @Schema(name = "Span", description = "A half-open stretch of the text, in UTF-16 units.")
    record SpanView(int start, int end) {

        static SpanView of(Span span) {
            return new SpanView(span.start(), span.end());
        }
    }
}
