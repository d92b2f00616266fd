package io.readingroom.tokenizer;

/// The UTF-16 units of a text as a model server receives them.
final class Units {

    /// What SentencePiece writes for a space.
    static final char SPACE = '▁';

    private static final char REPLACEMENT = '\uFFFD';

    private Units() {}

    /// The units of `text`, half surrogate pairs replaced by U+FFFD: UTF-8 has no form for them, so none ever arrives.
    static char[] of(CharSequence text) {
        char[] units = text.toString().toCharArray();
        for (int i = 0; i < units.length; i++) {
            if (Character.isSurrogate(units[i])) {
                if (i + 1 < units.length && Character.isSurrogatePair(units[i], units[i + 1])) {
                    i++;
                } else {
                    units[i] = REPLACEMENT;
                }
            }
        }
        return units;
    }

    static void escapeSpaces(char[] units, int from, int to) {
        for (int i = from; i < to; i++) {
            if (units[i] == ' ') {
                units[i] = SPACE;
            }
        }
    }

    /// The number of UTF-8 bytes of whole code points.
    static int bytes(char[] units, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            if (units[i] < 0x80) {
                bytes++;
            } else if (units[i] < 0x800 || Character.isSurrogate(units[i])) {
                bytes += 2;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
