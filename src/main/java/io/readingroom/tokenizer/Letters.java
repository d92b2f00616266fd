package io.readingroom.tokenizer;

/// What the patterns ask of a code point. Beyond the end of a stretch there is nothing, of no kind at all.
final class Letters {

    static final int NOTHING = -1;

    private final char[] text;
    private final int to;

    Letters(char[] text, int to) {
        this.text = text;
        this.to = to;
    }

    int to() {
        return to;
    }

    int at(int place) {
        return place < to ? Character.codePointAt(text, place, to) : NOTHING;
    }

    int after(int place) {
        return place + Character.charCount(Math.max(0, at(place)));
    }

    static boolean letter(int point, boolean orMark) {
        if (point == NOTHING) {
            return false;
        }
        return Character.isLetter(point) || (orMark && mark(point));
    }

    private static boolean mark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static boolean number(int point) {
        if (point == NOTHING) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    static boolean lineEnd(int point) {
        return point == '\r' || point == '\n';
    }

    static boolean space(int point) {
        return (point >= '\t' && point <= '\r') || point == 0x85 || (point > 0 && Character.isSpaceChar(point));
    }

    /// Neither white space nor letter nor number, but something.
    static boolean other(int point, boolean marksAreLetters) {
        return point != NOTHING && !space(point) && !letter(point, marksAreLetters) && !number(point);
    }

    /// The end of an English contraction (`'s`, `'re` …) at `place`, or `place` when there is none.
    int contraction(int place, boolean anyCase) {
        if (at(place) != '\'') {
            return place;
        }
        int first = lower(at(place + 1), anyCase);
        if (first == 's' || first == 't' || first == 'm' || first == 'd') {
            return place + 2;
        }
        int second = lower(at(place + 2), anyCase);
        boolean two = ((first == 'r' || first == 'v') && second == 'e') || (first == 'l' && second == 'l');
        return two ? place + 3 : place;
    }

    private static int lower(int point, boolean anyCase) {
        return anyCase && point >= 'A' && point <= 'Z' ? point + 32 : point;
    }
}
