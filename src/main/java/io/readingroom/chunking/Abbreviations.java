package io.readingroom.chunking;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Full stops that end no sentence: after a title, an initial, a company's form, the number of a list item.
final class Abbreviations {

    /// The longest word looked at, in UTF-16 units.
    private static final int LONGEST = 16;

    private static final Set<String> ALWAYS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "hon", "rev", "gen", "col", "sgt", "capt", "lt", "messrs", "mme", "st",
            "vs", "cf", "approx", "ca", "resp", "incl", "excl");

    private static final Set<String> BEFORE_NUMBERS = Set.of(
            "no", "nos", "art", "arts", "sec", "secs", "fig", "figs", "p", "pp", "para", "paras", "ch", "vol", "cl",
            "reg", "nr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private static final Set<String> UNLESS_A_SENTENCE_BEGINS = Set.of(
            "inc", "ltd", "co", "corp", "llc", "plc", "bros", "jr", "sr", "dept", "univ", "assn", "etc", "al", "est");

    /// Words that seldom stand behind an abbreviation inside a sentence.
    private static final Set<String> BEGINNERS = Set.of(
            "The", "This", "That", "These", "Those", "It", "He", "She", "We", "They", "You", "In", "On", "At", "If",
            "A", "An", "As", "For", "But", "And", "However", "Each", "Any", "No", "All", "When", "There", "Our");

    private static final Pattern DOTTED = Pattern.compile("\\p{L}(?:\\.\\p{L}){0,5}");
    private static final Pattern NUMBERING =
            Pattern.compile("\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|\\p{L}|[ivxIVX]{1,5})\\.");

    private Abbreviations() {}

    /// Whether the sentence from `start` goes on behind `end`, though a full stop stands before it.
    static boolean goesOn(String text, int start, int end) {
        int last = Blank.trim(text, start, end);
        if (last == start
                || text.charAt(last - 1) != '.'
                || text.substring(last, end).indexOf('\n') >= 0) {
            return false;
        }
        int from = last;
        while (from > start && last - from < LONGEST && !Blank.is(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, last - 1).replaceAll("^[(\\[\"“‘']+", "");
        if (from == Blank.skip(text, start, last)
                && NUMBERING.matcher(text.substring(from, last)).matches()) {
            return true;
        }
        return goesOn(word, next(text, end));
    }

    private static boolean goesOn(String word, String next) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (next.isEmpty()) {
            return false;
        }
        if (ALWAYS.contains(lower)) {
            return true;
        }
        char first = next.charAt(0);
        if (BEFORE_NUMBERS.contains(lower)) {
            return first == '(' || first == '§' || next.chars().anyMatch(Character::isDigit);
        }
        boolean abbreviated = UNLESS_A_SENTENCE_BEGINS.contains(lower)
                || (DOTTED.matcher(word).matches() && !word.equals("I"));
        return abbreviated && !BEGINNERS.contains(next);
    }

    private static String next(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST && !Blank.is(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }
}
