package io.readingroom.extractive;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Evidence;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import io.readingroom.reading.GroundedFact;
import io.readingroom.reading.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts that rules find for a profile: by the name of the field where there is a rule of that name, else
/// by the type of its values. A field of free text without a rule stays empty: this engine does not guess.
final class Facts {

    private static final Map<String, Rule> BY_NAME = Map.ofEntries(
            Map.entry("party", new PartyRule()),
            Map.entry("organisation", PatternRule.ORGANISATION),
            Map.entry("person", PatternRule.PERSON),
            Map.entry("obligation", SentenceRule.OBLIGATION),
            Map.entry("decision", SentenceRule.DECISION),
            Map.entry("law", PatternRule.LAW),
            Map.entry("jurisdiction", PatternRule.JURISDICTION),
            Map.entry("identifier", PatternRule.IDENTIFIER),
            Map.entry("email", PatternRule.EMAIL),
            Map.entry("url", PatternRule.URL),
            Map.entry("phone", PatternRule.PHONE),
            Map.entry("effective_date", ContractRules::effectiveDate),
            Map.entry("term", ContractRules::term));

    private static final int MOST_OF_A_KIND = 40;

    private Facts() {}

    /// The facts of `scene`, in the order of the text.
    static List<GroundedFact> of(Scene scene, Profile profile) {
        List<GroundedFact> facts = new ArrayList<>();
        for (Field field : profile.fields()) {
            Rule rule = rule(field);
            if (rule != null) {
                facts.addAll(merge(scene, field, rule.find(scene, field)));
            }
        }
        facts.sort(Comparator.comparingInt(
                fact -> fact.evidence().getFirst().span().start()));
        return List.copyOf(facts);
    }

    private static @Nullable Rule rule(Field field) {
        Rule named = BY_NAME.get(field.name());
        if (named != null) {
            return named;
        }
        return switch (field.type()) {
            case DATE, DURATION, AMOUNT, NUMBER -> new ValueRule(field.type());
            case NAME, TEXT -> null;
        };
    }

    /// One fact for each value, with all its places.
    private static List<GroundedFact> merge(Scene scene, Field field, List<Find> finds) {
        Map<String, List<Find>> byValue = new LinkedHashMap<>();
        for (Find find : finds) {
            String key = find.normalized() == null ? scene.text(find.span()) : find.normalized();
            byValue.computeIfAbsent(key, value -> new ArrayList<>()).add(find);
        }
        return byValue.values().stream()
                .limit(MOST_OF_A_KIND)
                .map(places -> fact(scene, field, places))
                .toList();
    }

    private static GroundedFact fact(Scene scene, Field field, List<Find> places) {
        Find first = places.getFirst();
        List<Evidence> evidence =
                places.stream().map(find -> scene.evidence(find.span())).toList();
        String normalized = field.type() == ValueType.TEXT ? null : first.normalized();
        return new GroundedFact(
                field.name(),
                ProtectedText.of(scene.text(first.span())),
                normalized == null ? null : ProtectedText.of(normalized),
                evidence);
    }
}
