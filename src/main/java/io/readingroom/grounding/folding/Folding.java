package io.readingroom.grounding.folding;

import java.util.Arrays;

/// Folds one text, unit by unit.
final class Folding {

    private static final int SOFT_HYPHEN = 0xAD;

    private final String raw;
    private final boolean joinHyphens;
    private final StringBuilder out;
    private int[] starts;
    private int[] ends;
    private int spaceFrom = -1;
    private boolean lastWide;

    Folding(String raw, boolean joinHyphens) {
        this.raw = raw;
        this.joinHyphens = joinHyphens;
        this.out = new StringBuilder(raw.length());
        this.starts = new int[raw.length() + 16];
        this.ends = new int[raw.length() + 16];
    }

    Folded fold() {
        int at = 0;
        while (at < raw.length()) {
            at = step(at);
        }
        return new Folded(out.toString(), Arrays.copyOf(starts, out.length()), Arrays.copyOf(ends, out.length()));
    }

    /// Folds the character at `at` and returns where the next one begins.
    private int step(int at) {
        int point = raw.codePointAt(at);
        if (Characters.isHyphen(point) || point == SOFT_HYPHEN) {
            int resume = afterHyphen(at, point);
            if (resume > at) {
                return resume;
            }
        }
        if (Characters.isSpace(point)) {
            spaceFrom = spaceFrom < 0 ? at : spaceFrom;
            return at + Character.charCount(point);
        }
        if (Characters.isInvisible(point)) {
            return at + Character.charCount(point);
        }
        int end = clusterEnd(at + Character.charCount(point));
        append(point, at, end);
        return end;
    }

    /// A character and the marks that combine with it fold together.
    private int clusterEnd(int from) {
        int end = from;
        while (end < raw.length()) {
            char unit = raw.charAt(end);
            if (unit < 0x300) {
                return end;
            }
            int point = raw.codePointAt(end);
            if (Folded.CASEFOLD.hasBoundaryBefore(point) || Characters.isInvisible(point)) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private void append(int point, int start, int end) {
        boolean wide = Characters.isWide(point);
        if (spaceFrom >= 0) {
            if (!out.isEmpty() && !(wide && lastWide)) {
                emit(' ', spaceFrom, start);
            }
            spaceFrom = -1;
        }
        lastWide = wide;
        if (point < 0x80 && end == start + 1) {
            emit(Characters.plain((char) (point >= 'A' && point <= 'Z' ? point + 32 : point)), start, end);
            return;
        }
        String folded = Folded.CASEFOLD.normalize(raw.substring(start, end));
        for (int i = 0; i < folded.length(); i++) {
            // Some compatibility forms hold a space (a spacing diaeresis): it would split a word.
            if (folded.charAt(i) != ' ') {
                emit(Characters.plain(folded.charAt(i)), start, end);
            }
        }
    }

    private void emit(char unit, int start, int end) {
        int at = out.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        starts[at] = start;
        ends[at] = end;
        out.append(unit);
    }

    /// Where the word goes on behind a hyphen that only breaks it over two lines; `at` when it is another
    /// hyphen.
    private int afterHyphen(int at, int hyphen) {
        boolean insideWord = spaceFrom < 0 && !out.isEmpty() && Character.isLetter(out.charAt(out.length() - 1));
        int next = at + 1;
        boolean broken = false;
        while (next < raw.length() && Characters.isSpace(raw.charAt(next))) {
            broken |= Characters.isLineBreak(raw.charAt(next));
            next++;
        }
        if (!insideWord || next >= raw.length()) {
            return at;
        }
        int follower = raw.codePointAt(next);
        boolean adjacent = next == at + 1;
        boolean joins = broken ? Character.isLowerCase(follower) : adjacent && joins(hyphen, follower);
        return joins ? next : at;
    }

    private boolean joins(int hyphen, int follower) {
        return hyphen == SOFT_HYPHEN || (joinHyphens && Character.isLetter(follower));
    }
}
