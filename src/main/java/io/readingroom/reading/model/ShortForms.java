package io.readingroom.reading.model;

import io.readingroom.grounding.value.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short forms that a document defines for names, as in `Grey Pine Castings, Inc. ("GPC")`.
final class ShortForms {

    private static final String OPENS = "[(\\[（](?:[^()\\[\\]（）]{0,60}\\s|以下简称)?[\"“”'‘’「]\\s*";
    private static final String CLOSES = "\\s*,?[\"“”'‘’」]";
    private static final int REACH = 200;
    private static final int MOST_WORDS = 10;

    /// What stands between two names: the end of a definition, a word that joins or introduces those who agree.
    private static final Pattern BETWEEN_NAMES =
            Pattern.compile("[)\\]）;:]|\\n\\s*\\n|\\b(?:between|among|by|and)\\b(?!\\s+(?:Company|Sons|Co\\b))|[由与和]");

    private final String text;

    /// @param text of the passage
    ShortForms(String text) {
        this.text = text;
    }

    /// The name in full: the words themselves when the document defines no such short form; empty when it defines it
    /// for something that is not plainly a name of that form.
    Optional<String> inFull(String words) {
        String spaced = Pattern.quote(words).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
        Matcher definition = Pattern.compile(OPENS + spaced + CLOSES).matcher(text);
        if (!definition.find()) {
            return Optional.of(words);
        }
        String before = text.substring(Math.max(0, definition.start() - REACH), definition.start());
        return Optional.of(WrittenValue.clean(lastPart(before).replaceAll("\\s+", " "), ValueType.NAME))
                .filter(name -> isLongFormOf(name, words));
    }

    private static String lastPart(String before) {
        int start = 0;
        Matcher between = BETWEEN_NAMES.matcher(before.stripTrailing());
        while (between.find()) {
            start = between.end();
        }
        return before.substring(start).strip();
    }

    /// A short form is made of letters of the name in their order: its initials, its first word.
    private static boolean isLongFormOf(String name, String words) {
        String letters = letters(name);
        int at = -1;
        for (char letter : letters(words).toCharArray()) {
            at = letters.indexOf(letter, at + 1);
            if (at < 0) {
                return false;
            }
        }
        return !name.isEmpty()
                && !name.equalsIgnoreCase(words)
                && !Character.isLowerCase(name.charAt(0))
                && name.split(" ").length <= MOST_WORDS;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
