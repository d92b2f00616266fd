package io.readingroom.reading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What code knows about the values of a field, as data: small models propose values well and choose badly, so that
/// where rules are given the model proposes and code decides.
///
/// @param find per language, patterns with a group `value` that find the value in the text, the surest first; a value
///     of the model that none of them finds gives way to the first that one does
/// @param signs per language, what the words around a value say for or against it; a value needs a sum of at least 1
/// @param except patterns of words that are no value, such as the role of a party
/// @param sentence whether the value is the whole sentence in which the model's words stand: an obligation says little
///     without who and when
/// @param fullName whether the name in full stands for a short form that the document defines, as in `("GPC")`
/// @param unless fields whose values are not repeated here: a party need not be told as an organisation again
public record FieldRules(
        Map<String, List<Pattern>> find,
        Map<String, List<Sign>> signs,
        List<Pattern> except,
        boolean sentence,
        boolean fullName,
        List<String> unless) {

    /// No rules: a value is kept when it stands in the text.
    public static final FieldRules NONE = new FieldRules(Map.of(), Map.of(), List.of(), false, false, List.of());

    /// Words around a value that speak for it or against it. The place of the value is written `<value>` in the words
    /// that the pattern is looked for in.
    ///
    /// @param pattern of the words
    /// @param weight positive for, negative against
    public record Sign(Pattern pattern, int weight) {}
}
