package io.readingroom.reading.profile;

import io.readingroom.reading.FieldRules;
import io.readingroom.reading.FieldRules.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the rules of fields: `find`, `signs` and `against` per language, `except`, `sentence`, `fullName` and
/// `unless`.
final class RulesFile {

    /// A sign against weighs as much as two for.
    private static final int AGAINST = -2;

    private final Map<String, String> words = new LinkedHashMap<>();

    /// @param words expressions by the name under which they stand in patterns as `{{name}}`
    RulesFile(@Nullable YamlTree words) {
        if (words != null) {
            words.entries(null).forEach((name, value) -> this.words.put("{{" + name + "}}", value.text()));
        }
    }

    FieldRules of(Map<String, YamlTree> field) {
        Map<String, List<Pattern>> find = new LinkedHashMap<>();
        languages(field.get("find")).forEach((language, list) -> find.put(language, finders(list)));
        Map<String, List<Sign>> signs = new LinkedHashMap<>();
        languages(field.get("signs")).forEach((language, list) -> signs.put(language, signs(list)));
        languages(field.get("against"))
                .forEach((language, list) -> list.items()
                        .forEach(item -> signs.computeIfAbsent(language, none -> new ArrayList<>())
                                .add(new Sign(pattern(item), AGAINST))));
        YamlTree except = field.get("except");
        return new FieldRules(
                find,
                signs,
                except == null
                        ? List.of()
                        : except.items().stream().map(this::pattern).toList(),
                YamlTree.isSet(field.get("sentence")),
                YamlTree.isSet(field.get("fullName")),
                YamlTree.textsOf(field.get("unless")));
    }

    private static Map<String, YamlTree> languages(@Nullable YamlTree value) {
        return value == null ? Map.of() : value.languages();
    }

    private List<Pattern> finders(YamlTree list) {
        List<Pattern> patterns = new ArrayList<>();
        for (YamlTree item : list.items()) {
            Pattern pattern = pattern(item);
            if (!pattern.namedGroups().containsKey("value")) {
                throw item.wrong("the pattern needs a group (?<value>…)");
            }
            patterns.add(pattern);
        }
        return patterns;
    }

    /// Each sign weighs 1, or as much as stands before it: `2: pattern`.
    private List<Sign> signs(YamlTree list) {
        List<Sign> signs = new ArrayList<>();
        for (YamlTree item : list.items()) {
            if (item.isText()) {
                signs.add(new Sign(pattern(item), 1));
            } else {
                item.entries(null)
                        .forEach((weight, pattern) -> signs.add(new Sign(pattern(pattern), weight(item, weight))));
            }
        }
        return signs;
    }

    private Pattern pattern(YamlTree item) {
        String text = item.text();
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return item.pattern(text);
    }

    private static int weight(YamlTree item, String weight) {
        if (!weight.matches("[1-9]")) {
            throw item.wrong("a weight is a digit from 1 to 9, not '" + weight + "'");
        }
        return Integer.parseInt(weight);
    }
}
