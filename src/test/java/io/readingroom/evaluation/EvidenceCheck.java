package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.JsonNode;

/// Compares each quote of an answer with what stands in the text at its span.
///
/// @param total pieces of evidence in the answer
/// @param verified those whose quote is what stands there
public record EvidenceCheck(int total, int verified) {

    /// Checks all evidence of an analysis, drivers of the sentiment included.
    public static EvidenceCheck of(JsonNode analysis, String text) {
        EvidenceCheck check = new EvidenceCheck(0, 0);
        for (String holder : new String[] {"evidence", "drivers"}) {
            for (JsonNode list : analysis.findValues(holder)) {
                for (JsonNode evidence : list) {
                    check = check.and(stands(evidence, text));
                }
            }
        }
        return check;
    }

    private EvidenceCheck and(boolean stands) {
        return new EvidenceCheck(total + 1, verified + (stands ? 1 : 0));
    }

    private static boolean stands(JsonNode evidence, String text) {
        int start = evidence.path("start").asInt(-1);
        int end = evidence.path("end").asInt(-1);
        return start >= 0
                && end > start
                && end <= text.length()
                && Folding.quote(text.substring(start, end))
                        .equals(Folding.quote(evidence.path("quote").asText()));
    }
}
