package io.readingroom.reading.model;

import io.readingroom.grounding.Passages;
import io.readingroom.reading.Profile;
import java.util.List;
import java.util.Map;

/// What a profile lets count of a value that a model writes.
final class KeptValues {

    private KeptValues() {}

    /// The values of `kind` that are kept when the model writes `written`.
    static List<String> of(Profile profile, String text, String language, String kind, String written) {
        return new FactGrounding(Passages.of(text, language))
                        .keep(profile.fields(), new FactsAnswer(Map.of(kind, List.of(written)), true), new Echo(""), 0)
                        .grounded()
                        .stream()
                        .filter(fact -> fact.kind().equals(kind))
                        .map(fact -> fact.value().reveal())
                        .toList();
    }
}
