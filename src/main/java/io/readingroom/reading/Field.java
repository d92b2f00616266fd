package io.readingroom.reading;

import io.readingroom.grounding.value.ValueType;
import java.util.List;
import java.util.Map;

/// One kind of fact that a profile asks for.
///
/// @param name the key in the answer and the `kind` of the fact
/// @param description what it means, as the model is told
/// @param type how its values are compared
/// @param many whether a document may have several; several different values of a single field are a conflict
/// @param allowed the values it may take, empty when any
/// @param cues per language, words whose presence near a value shows that it is the one asked for
/// @param requireCue whether a value without a cue word around it is dropped
/// @param rules what code knows about its values
public record Field(
        String name,
        String description,
        ValueType type,
        boolean many,
        List<String> allowed,
        Map<String, List<String>> cues,
        boolean requireCue,
        FieldRules rules) {

    /// A field without rules.
    public Field(
            String name,
            String description,
            ValueType type,
            boolean many,
            List<String> allowed,
            Map<String, List<String>> cues,
            boolean requireCue) {
        this(name, description, type, many, allowed, cues, requireCue, FieldRules.NONE);
    }
}
