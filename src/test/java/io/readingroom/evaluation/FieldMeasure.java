package io.readingroom.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Precision, recall and F1 of labelled fields, over all pairs of document and value.
///
/// @param byField the tally of each field
/// @param rejected values that the service dropped because they do not stand in the text
record FieldMeasure(Map<String, Tally> byField, int rejected) {

    static final List<String> FIELDS = List.of("effective_date", "jurisdiction", "party", "term");

    static FieldMeasure of(List<LabelledDocument> documents, Map<String, Outcome> outcomes) {
        Map<String, Tally> byField = new TreeMap<>();
        int rejected = 0;
        for (LabelledDocument document : documents) {
            Outcome outcome = outcomes.get(document.key());
            if (outcome == null) {
                continue;
            }
            rejected += outcome.rejected();
            for (String field : FIELDS) {
                byField.merge(field, tally(document.label().path(field), outcome, field), Tally::plus);
            }
        }
        return new FieldMeasure(byField, rejected);
    }

    /// All fields together, as kept.
    Tally kept() {
        return byField.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /// All fields together, with every dropped value counted as a wrong answer.
    Tally answered() {
        Tally kept = kept();
        return new Tally(kept.right(), kept.wrong() + rejected, kept.missed());
    }

    /// The values of the labelled fields in an analysis, written as the labels are.
    static Map<String, List<String>> values(JsonNode analysis) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            values.put(
                    field,
                    StreamSupport.stream(analysis.path("keyFacts").spliterator(), false)
                            .filter(fact -> fact.path("kind").asText().equals(field))
                            .map(fact -> value(field, fact))
                            .distinct()
                            .toList());
        }
        return values;
    }

    private static String value(String field, JsonNode fact) {
        String value = fact.path("value").asText();
        return switch (field) {
            case "effective_date" -> fact.path("normalized").asText(value);
            case "term" -> Folding.term(fact.path("normalized").asText(value));
            default -> value;
        };
    }

    private static Tally tally(JsonNode expected, Outcome outcome, String field) {
        Set<String> right = StreamSupport.stream(expected.spliterator(), false)
                .map(value -> Folding.fold(value.asText()))
                .collect(Collectors.toSet());
        Set<String> said = outcome.values().getOrDefault(field, List.of()).stream()
                .map(Folding::fold)
                .collect(Collectors.toSet());
        Set<String> hits = new HashSet<>(right);
        hits.retainAll(said);
        return new Tally(hits.size(), said.size() - hits.size(), right.size() - hits.size());
    }
}
