package io.readingroom.analysis.merging;

import io.readingroom.analysis.Conflict;
import io.readingroom.analysis.KeyFact;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import io.readingroom.grounding.Alignment;
import io.readingroom.grounding.Evidence;
import io.readingroom.reading.Field;
import io.readingroom.reading.GroundedFact;
import io.readingroom.reading.Profile;
import io.readingroom.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The facts of a document: the same kind and value from several chunks is one fact, its evidence united.
///
/// @param facts in the order of the text
/// @param conflicts single fields with several values
record MergedFacts(List<KeyFact> facts, List<Conflict> conflicts) {

    private static final int MOST_EVIDENCE = 20;

    static MergedFacts of(List<Reading> readings, Profile profile) {
        Map<List<String>, List<GroundedFact>> groups = new LinkedHashMap<>();
        for (Reading reading : readings) {
            for (GroundedFact fact : reading.facts()) {
                groups.computeIfAbsent(key(fact), same -> new ArrayList<>()).add(fact);
            }
        }
        repeated(groups.keySet(), profile).forEach(groups::remove);
        List<GroundedFact> merged =
                new ArrayList<>(groups.values().stream().map(MergedFacts::unite).toList());
        merged.sort(Comparator.comparingInt(MergedFacts::position));
        List<KeyFact> facts = new ArrayList<>();
        for (GroundedFact fact : merged) {
            facts.add(new KeyFact(
                    "F" + (facts.size() + 1), fact.kind(), fact.value(), fact.normalized(), fact.evidence()));
        }
        return new MergedFacts(List.copyOf(facts), conflicts(facts, profile));
    }

    /// What another field tells already, where the profile wants it once only. Whatever gives way to what, one of them
    /// is left.
    private static Set<List<String>> repeated(Set<List<String>> keys, Profile profile) {
        Set<List<String>> repeated = new HashSet<>();
        for (Field field : profile.fields()) {
            for (List<String> key : keys) {
                boolean told = key.getFirst().equals(field.name())
                        && field.rules().unless().stream()
                                .map(other -> List.of(other, key.getLast()))
                                .anyMatch(other -> keys.contains(other) && !repeated.contains(other));
                if (told) {
                    repeated.add(key);
                }
            }
        }
        return repeated;
    }

    private static GroundedFact unite(List<GroundedFact> same) {
        Map<Span, Evidence> places = new LinkedHashMap<>();
        // The most telling place of every chunk comes before the further places of any.
        same.forEach(fact -> places.putIfAbsent(
                fact.evidence().getFirst().span(), fact.evidence().getFirst()));
        same.forEach(fact -> fact.evidence().forEach(place -> places.putIfAbsent(place.span(), place)));
        List<Evidence> evidence = places.values().stream().limit(MOST_EVIDENCE).toList();
        GroundedFact best =
                same.stream().min(Comparator.comparing(fact -> alignment(fact))).orElseThrow();
        return new GroundedFact(best.kind(), best.value(), best.normalized(), evidence);
    }

    private static Alignment alignment(GroundedFact fact) {
        return fact.evidence().getFirst().alignment();
    }

    private static int position(GroundedFact fact) {
        return fact.evidence().stream()
                .mapToInt(place -> place.span().start())
                .min()
                .orElse(0);
    }

    private static List<Conflict> conflicts(List<KeyFact> facts, Profile profile) {
        Set<String> single = profile.fields().stream()
                .filter(field -> !field.many())
                .map(Field::name)
                .collect(Collectors.toSet());
        Map<String, List<String>> ids = facts.stream()
                .collect(Collectors.groupingBy(
                        KeyFact::kind, LinkedHashMap::new, Collectors.mapping(KeyFact::id, Collectors.toList())));
        return ids.entrySet().stream()
                .filter(kind -> kind.getValue().size() > 1)
                .filter(kind -> single.contains(kind.getKey()))
                .map(kind -> new Conflict(kind.getKey(), attribute(kind.getKey()), kind.getValue()))
                .toList();
    }

    private static String attribute(String kind) {
        return kind.replace('_', ' ').replace('-', ' ');
    }

    private static List<String> key(GroundedFact fact) {
        Function<ProtectedText, String> folded = text ->
                text.reveal().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        return List.of(fact.kind(), folded.apply(fact.normalized() == null ? fact.value() : fact.normalized()));
    }
}
