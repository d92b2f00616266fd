package io.readingroom.reading.model;

import io.readingroom.grounding.value.ValueType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A value as a model writes it, without what models put around values.
final class WrittenValue {

    /// What models write where they were asked to leave a field empty.
    private static final Set<String> NOTHING = Set.of(
            "none",
            "n/a",
            "na",
            "nil",
            "null",
            "not stated",
            "not specified",
            "not mentioned",
            "not provided",
            "not applicable",
            "not available",
            "unspecified",
            "unknown",
            "无",
            "没有",
            "未提及",
            "未说明",
            "未知",
            "不详",
            "不适用",
            "なし",
            "無し",
            "無",
            "不明",
            "記載なし",
            "該当なし",
            "未定");

    private static final Pattern AROUND = Pattern.compile("^[\\s\"'“”‘’«»`:;,]+|[\\s\"'“”‘’«»`:;,]+$");

    /// What contracts write behind a name: a definition in brackets, the legal form and seat in words, an address.
    private static final Pattern BEHIND_NAME = Pattern.compile(
            "(?i)\\s*[(\\[（].*$|,?\\s+(?:an?\\s+(?:[\\w.&-]+\\s+){0,6}?(?:corporation|company|partnership|bank|association"
                    + "|trust|individual|resident|organi[sz]ation|entity|person|business|subsidiary|citizen|institution"
                    + "|liability)\\b|(?:d/?b/?a|f/?k/?a|doing\\sbusiness\\sas|formerly)\\s"
                    + "|(?:with|having|whose|located|residing|organi[sz]ed|incorporated)\\s"
                    + "|(?:and|or)\\s+(?:its|their|his|her|any|all|each)\\b).*$");

    private WrittenValue() {}

    /// The words alone; empty when the model says that there is no value.
    static String clean(String written, ValueType type) {
        String words = AROUND.matcher(written).replaceAll("");
        if (type == ValueType.NAME) {
            String name =
                    AROUND.matcher(BEHIND_NAME.matcher(words).replaceFirst("")).replaceAll("");
            words = name.isEmpty() ? words : name;
        }
        String plain = words.toLowerCase(Locale.ROOT);
        plain = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        return NOTHING.contains(plain) ? "" : words;
    }
}
