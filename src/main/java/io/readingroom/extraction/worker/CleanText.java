package io.readingroom.extraction.worker;

/// White space and invisible characters as a reader would want them.
final class CleanText {

    /// Two empty lines set a section of a plain text apart.
    private static final int PLAIN_LINE_ENDS = 3;
    /// In a format with a layout, gaps are the layout's.
    private static final int LAID_OUT_LINE_ENDS = 2;

    private CleanText() {}

    /// Cleans a plain text: line ends are `\n`, lines have no trailing white space, at most two lines in
    /// succession are empty, non-breaking spaces are spaces; control characters, soft hyphens, byte order
    /// marks and lone surrogates are gone.
    static String of(CharSequence raw) {
        return clean(raw, PLAIN_LINE_ENDS);
    }

    /// Cleans a page of a format with a layout: as above, with at most one empty line and one space in
    /// succession and without indents.
    static String laidOut(CharSequence raw) {
        return clean(raw, LAID_OUT_LINE_ENDS).replaceAll(" {2,}", " ").replaceAll("(?m)^ +", "");
    }

    private static String clean(CharSequence raw, int mostLineEnds) {
        StringBuilder clean = new StringBuilder(raw.length());
        int lineEnds = mostLineEnds;
        for (int point : raw.toString().replace("\r\n", "\n").codePoints().toArray()) {
            if (isLineEnd(point)) {
                trimLine(clean);
                clean.repeat("\n", lineEnds++ < mostLineEnds ? 1 : 0);
            } else if (isSpace(point)) {
                clean.append(' ');
            } else if (!isInvisible(point)) {
                clean.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xFFFD : point);
                lineEnds = point == '\t' ? lineEnds : 0;
            }
        }
        return clean.toString().strip();
    }

    private static void trimLine(StringBuilder clean) {
        int end = clean.length();
        while (end > 0 && (clean.charAt(end - 1) == ' ' || clean.charAt(end - 1) == '\t')) {
            end--;
        }
        clean.setLength(end);
    }

    private static boolean isLineEnd(int unit) {
        return switch (unit) {
            case '\n', '\r', '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int unit) {
        return switch (unit) {
            case ' ', '\u00A0', '\u2007', '\u202F' -> true;
            default -> false;
        };
    }

    private static boolean isInvisible(int unit) {
        return switch (unit) {
            case '\u00AD', '\uFEFF', '\uFFFE', '\uFFFF' -> true;
            default -> unit != '\t' && Character.getType(unit) == Character.CONTROL;
        };
    }
}
