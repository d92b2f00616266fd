package io.readingroom.chunking;

/// White space as documents use it, no-break and ideographic spaces included.
final class Blank {

    private Blank() {}

    static boolean is(char unit) {
        return unit <= ' ' || unit == 0x85 || (unit >= 0xA0 && (Character.isSpaceChar(unit) || unit == 0xFEFF));
    }

    static boolean is(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The first place from `from` on that is not blank, or `to`.
    static int skip(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The place behind the last unit before `to` that is not blank, or `from`.
    static int trim(CharSequence text, int from, int to) {
        int at = to;
        while (at > from && is(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
