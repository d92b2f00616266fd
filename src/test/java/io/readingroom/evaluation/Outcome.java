package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the service answered about one document of a corpus; kept, so that a run can go on where it was.
///
/// @param key which document
/// @param problem the type of the problem when it was not read, else null
/// @param values the values of the labelled fields
/// @param rejected how many values the service dropped
/// @param label the sentiment
/// @param positive share of positive
/// @param neutral share of neutral
/// @param negative share of negative
/// @param evidence how many pieces of evidence the answer has
/// @param verified how many of them are what stands in the text at their span
/// @param documentTokens the tokens of the text
/// @param promptTokens the tokens of all prompts
/// @param prefixTokens those of them that the server had just read
/// @param outputTokens the tokens of all answers
/// @param millis from upload to answer
record Outcome(
        String key,
        @Nullable String problem,
        Map<String, List<String>> values,
        int rejected,
        String label,
        double positive,
        double neutral,
        double negative,
        int evidence,
        int verified,
        long documentTokens,
        long promptTokens,
        long prefixTokens,
        long outputTokens,
        long millis) {

    static Outcome refused(String key, JsonNode problem, long millis) {
        return new Outcome(
                key, problem.path("type").asText("unknown"), Map.of(), 0, "", 0, 0, 0, 0, 0, 0, 0, 0, 0, millis);
    }

    static Outcome of(String key, JsonNode analysis, String text, Map<String, List<String>> values, long millis) {
        EvidenceCheck check = EvidenceCheck.of(analysis, text);
        JsonNode scores = analysis.path("sentiment").path("scores");
        JsonNode provenance = analysis.path("provenance");
        return new Outcome(
                key,
                null,
                values,
                analysis.path("rejected").path("ungroundedFacts").asInt(),
                analysis.path("sentiment").path("label").asText(),
                scores.path("positive").asDouble(),
                scores.path("neutral").asDouble(),
                scores.path("negative").asDouble(),
                check.total(),
                check.verified(),
                analysis.path("coverage").path("tokens").path("total").asLong(),
                provenance.path("promptTokens").asLong(),
                provenance.path("prefixTokens").asLong(),
                provenance.path("outputTokens").asLong(),
                millis);
    }
}
