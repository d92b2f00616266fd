package io.readingroom.extraction.worker;

import java.lang.Character.UnicodeScript;

/// Whether a decoding looks like writing. Decoded wrongly, the é of `café` becomes one Cyrillic or Chinese
/// character amid Latin letters; in real writing such characters stand in runs.
///
/// @param lonely runs of another script that its own would not put beside an ASCII letter: a single
///     ideograph, any letters of an alphabet
/// @param runs runs of letters that are not Latin
/// @param latin Latin letters beyond ASCII
/// @param control control characters that no text has, and private or unassigned ones
record Plausibility(int lonely, int runs, int latin, int control) {

    static Plausibility of(String text) {
        int lonely = 0;
        int runs = 0;
        int latin = 0;
        int control = 0;
        int run = 0;
        int before = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (foreign(point)) {
                run++;
                int after = next < text.length() ? text.codePointAt(next) : 0;
                if (!foreign(after)) {
                    runs++;
                    boolean touches = asciiLetter(before) || asciiLetter(after);
                    lonely += touches && (run == 1 || !eastAsian(point)) ? 1 : 0;
                }
            } else {
                run = 0;
                before = point;
                latin += point >= 0x80 && Character.isLetter(point) ? 1 : 0;
                control += odd(point) ? 1 : 0;
            }
            at = next;
        }
        return new Plausibility(lonely, runs, latin, control);
    }

    /// Whether it is writing; Latin letters beyond ASCII count as a sign only when there are enough of them.
    boolean holds(int enoughLatin) {
        return control == 0 && lonely * 3 <= runs && (runs > 0 || latin >= enoughLatin);
    }

    private static boolean foreign(int point) {
        if (point < 0x80 || !Character.isLetter(point)) {
            return false;
        }
        return UnicodeScript.of(point) != UnicodeScript.LATIN;
    }

    private static boolean eastAsian(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    private static boolean asciiLetter(int point) {
        return point < 0x80 && Character.isLetter(point);
    }

    private static boolean odd(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> !Character.isWhitespace(point) && point != 0x85 && point != 0x1A && point != 0;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
