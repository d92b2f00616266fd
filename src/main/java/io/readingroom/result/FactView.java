package io.readingroom.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.readingroom.analysis.KeyFact;
import io.readingroom.document.ProtectedText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "KeyFact", description = "A value that stands in the document.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactView(
        @Schema(description = "Unique within the analysis.", examples = "F1")
        String id,

        @Schema(description = "The field of the profile that asked for it.", examples = "date")
        String kind,

        @Schema(description = "In the words of the document.", implementation = String.class, examples = "May 20, 2014")
        ProtectedText value,

        @Schema(
                description = "Its normal form, absent when it has none.",
                implementation = String.class,
                examples = "2014-05-20")
        @Nullable
        ProtectedText normalized,

        @Schema(description = "Where it stands, the most telling place first.")
        List<EvidenceView> evidence) {

    static FactView of(KeyFact fact) {
        return new FactView(fact.id(), fact.kind(), fact.value(), fact.normalized(), EvidenceView.of(fact.evidence()));
    }
}
