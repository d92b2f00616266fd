package io.readingroom.extractive;

import java.util.regex.Pattern;

/// Tells sentences that can stand in a summary from headings, table rows, list stubs and fragments.
final class Prose {

    private static final Pattern ENDS = Pattern.compile("[.!?。！？][\"'”’」』)）\\]]*$");
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)\\bpage \\d+|\\ball rights reserved\\b|\\bin witness whereof\\b|_{3,}|\\.{4,}|\\bexhibit [a-z0-9-]+$|[|\\t]{2,}"
                    + "|^(?:by|name|title|date):");
    private static final int FEWEST_TELLING = 6;
    private static final int LONGEST = 90;

    private Prose() {}

    static boolean isSentence(String text, String language) {
        if (!ENDS.matcher(text).find() || BOILERPLATE.matcher(text).find() || !opens(text)) {
            return false;
        }
        int words = Words.all(text, language).size();
        int telling = Words.telling(text, language).size();
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        long lines = text.chars().filter(unit -> unit == '\n').count();
        return telling >= FEWEST_TELLING
                && words <= LONGEST
                && letters * 10 >= text.length() * 6L
                && capitals * 2 <= letters
                && lines * 20 <= text.length();
    }

    /// A sentence opens with a capital or a script without capitals: what opens small goes on from a line
    /// before.
    private static boolean opens(String text) {
        int first =
                text.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('a');
        return !Character.isLowerCase(first);
    }
}
