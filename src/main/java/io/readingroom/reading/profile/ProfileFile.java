package io.readingroom.reading.profile;

import io.readingroom.document.ContentDigest;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import io.readingroom.reading.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a profile from a YAML file.
final class ProfileFile {

    private static final Set<String> PROFILE_KEYS = Set.of("name", "words", "fields");
    private static final Set<String> FIELD_KEYS = Set.of(
            "name",
            "description",
            "type",
            "many",
            "allowed",
            "cues",
            "requireCue",
            "find",
            "signs",
            "against",
            "except",
            "sentence",
            "fullName",
            "unless");
    private static final int MOST_FIELDS = 40;

    private ProfileFile() {}

    /// @throws MalformedProfileException with the line that is wrong
    static Profile parse(String file, byte[] content) {
        YamlTree root = YamlTree.of(file, new String(content, StandardCharsets.UTF_8));
        Map<String, YamlTree> entries = root.entries(PROFILE_KEYS);
        YamlTree name = need(root, entries, "name");
        YamlTree fields = need(root, entries, "fields");
        return new Profile(
                identifier(name), fields(fields, new RulesFile(entries.get("words"))), ContentDigest.of(content));
    }

    private static List<Field> fields(YamlTree list, RulesFile rules) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlTree item : list.items()) {
            Field field = field(item, rules);
            if (!names.add(field.name())) {
                throw item.wrong("the field '" + field.name() + "' stands twice");
            }
            fields.add(field);
        }
        for (Field field : fields) {
            for (String other : field.rules().unless()) {
                if (!names.contains(other) || other.equals(field.name())) {
                    throw list.wrong("'" + field.name() + "' gives way to '" + other + "', which is no other field");
                }
            }
        }
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw list.wrong("a profile has 1 to " + MOST_FIELDS + " fields");
        }
        return List.copyOf(fields);
    }

    private static Field field(YamlTree item, RulesFile rules) {
        Map<String, YamlTree> entries = item.entries(FIELD_KEYS);
        Map<String, List<String>> cues = cues(entries.get("cues"));
        YamlTree requireCue = entries.get("requireCue");
        if (requireCue != null && requireCue.flag() && cues.isEmpty()) {
            throw requireCue.wrong("requireCue needs cues");
        }
        return new Field(
                identifier(need(item, entries, "name")),
                need(item, entries, "description").text(),
                type(entries.get("type")),
                YamlTree.isSet(entries.get("many")),
                YamlTree.textsOf(entries.get("allowed")),
                cues,
                YamlTree.isSet(requireCue),
                rules.of(entries));
    }

    private static YamlTree need(YamlTree parent, Map<String, YamlTree> entries, String key) {
        YamlTree value = entries.get(key);
        if (value == null) {
            throw parent.wrong("the key '" + key + "' is missing");
        }
        return value;
    }

    private static String identifier(YamlTree value) {
        if (!value.text().matches("[a-z][a-z0-9_-]{0,39}")) {
            throw value.wrong("a name has up to 40 of a-z, 0-9, _ and - and begins with a letter");
        }
        return value.text();
    }

    private static ValueType type(@Nullable YamlTree value) {
        if (value == null) {
            return ValueType.TEXT;
        }
        return Arrays.stream(ValueType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(value.text()))
                .findFirst()
                .orElseThrow(() -> value.wrong("unknown type '" + value.text() + "'; one of "
                        + Arrays.toString(ValueType.values()).toLowerCase(Locale.ROOT)));
    }

    private static Map<String, List<String>> cues(@Nullable YamlTree value) {
        if (value == null) {
            return Map.of();
        }
        Map<String, List<String>> cues = new LinkedHashMap<>();
        value.languages().forEach((language, words) -> cues.put(language, words.texts()));
        return cues;
    }
}
