package io.readingroom.extractive;

import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who makes an agreement: the names behind `between` in its preamble, or what a Chinese or Japanese contract
/// calls 甲 and 乙.
final class PartyRule implements Rule {

    private static final Pattern BETWEEN = Pattern.compile("(?i)\\b(?:between|among)\\s*:?\\s+(?:and among\\s+)?");
    private static final Pattern NAME = Pattern.compile("(?:[Tt]he\\s+)?(?<value>" + Patterns.NAME + ")");
    private static final Pattern NEXT =
            Pattern.compile("(?:\\band\\b|;|,\\s+and\\b|\\(\\d\\)|\\([a-z]\\))\\s+(?=(?:the\\s+)?\\p{Lu})");
    private static final Pattern LABELLED =
            Pattern.compile("(?:甲方|乙方|丙方)(?:（[^）]{0,10}）)?\\s?[：:]\\s?(?<value>[^\\s，。；;,]{2,40})"
                    + "|(?<ja>[\\p{IsHan}\\p{IsKatakana}ーA-Za-z]{2,30})（以下「?[甲乙丙]」?");

    private static final Set<String> ROLES = Set.of("""
            parties party agreement company recipient disclosing receiving confidential exhibit this state
            section employee undersigned delaware each therefore whereas confidentiality non the nondisclosure
            non-disclosure mutual you we""".split("\\s+"));

    private static final int PREAMBLE = 4000;
    private static final int REACH = 700;
    private static final int MOST = 4;

    @Override
    public List<Find> find(Scene scene, Field field) {
        List<Find> labelled = labelled(scene);
        if (!labelled.isEmpty()) {
            return labelled;
        }
        List<Find> named = scene.start() < PREAMBLE ? preamble(scene) : List.of();
        if (!named.isEmpty()) {
            return named;
        }
        return scene.start() == 0
                ? PatternRule.ORGANISATION.find(scene, field).stream().limit(2).toList()
                : List.of();
    }

    private static List<Find> labelled(Scene scene) {
        List<Find> finds = new ArrayList<>();
        Matcher matcher = LABELLED.matcher(scene.text());
        while (matcher.find()) {
            String group = matcher.group("ja") == null ? "value" : "ja";
            finds.add(name(scene, matcher.start(group), matcher.end(group)));
        }
        return finds;
    }

    private static List<Find> preamble(Scene scene) {
        String text = scene.text();
        Matcher between = BETWEEN.matcher(text);
        while (between.find() && between.start() < PREAMBLE) {
            Matcher first = NAME.matcher(text).region(between.end(), text.length());
            if (first.lookingAt() && isName(first.group("value"))) {
                List<Find> finds = new ArrayList<>();
                finds.add(name(scene, first.start("value"), first.end("value")));
                others(scene, first.end(), finds);
                return finds;
            }
        }
        return List.of();
    }

    /// The names behind each `and` of the same sentence, outside brackets.
    private static void others(Scene scene, int from, List<Find> finds) {
        String text = scene.text();
        int end = Math.min(text.length(), from + REACH);
        Matcher next = NEXT.matcher(text).region(from, end);
        while (finds.size() < MOST && next.find()) {
            Matcher name = NAME.matcher(text).region(next.end(), text.length());
            boolean usable = name.lookingAt()
                    && isName(name.group("value"))
                    && depth(text, from, next.start()) == 0
                    && text.substring(name.end("value"), Math.min(text.length(), name.end("value") + 2))
                            .matches("(?s)[ ,(\\[\\n].*|\\.?");
            if (usable) {
                finds.add(name(scene, name.start("value"), name.end("value")));
                return;
            }
        }
    }

    private static int depth(String text, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth;
    }

    private static boolean isName(String words) {
        String first = words.split("\\s+")[0].toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}-]", "");
        return !ROLES.contains(first) && words.length() >= 3;
    }

    private static Find name(Scene scene, int start, int end) {
        return Patterns.find(scene.text(), start, end, ValueType.NAME, scene.language());
    }
}
