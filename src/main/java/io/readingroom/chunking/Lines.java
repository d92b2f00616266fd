package io.readingroom.chunking;

import java.util.Arrays;

/// Tells line ends that only wrap a sentence, as PDF text is full of, from those that end one.
final class Lines {

    /// Lines wider than this, in UTF-16 units, are whole paragraphs, not wrapped text.
    private static final int WIDEST = 200;

    /// A wrapped line is at least this part of the usual width; a shorter one ends what it says.
    private static final double FULL = 0.7;

    private final CharSequence text;
    private final char[] unwrapped;
    private final int width;

    private Lines(String text) {
        this.text = text;
        this.unwrapped = text.toCharArray();
        this.width = width(text);
    }

    /// The text with a space for every unit of a line end that only wraps. As long as `text`, unit for unit.
    static String unwrap(String text) {
        Lines lines = new Lines(text);
        int start = 0;
        int end = lineEnd(text, 0);
        while (end < text.length()) {
            int next = afterLineEnd(text, end);
            int nextEnd = lineEnd(text, next);
            if (lines.wraps(start, end, next, nextEnd)) {
                Arrays.fill(lines.unwrapped, end, next, ' ');
            }
            start = next;
            end = nextEnd;
        }
        return new String(lines.unwrapped);
    }

    private boolean wraps(int start, int end, int next, int nextEnd) {
        int first = Blank.skip(text, next, nextEnd);
        if (first == nextEnd || Blank.is(text, start, end)) {
            return false;
        }
        int last = Blank.trim(text, start, end);
        if (Marks.item(text, first, nextEnd)
                || Marks.bareNumber(text, next, nextEnd)
                || Marks.heading(text, next, nextEnd)) {
            return false;
        }
        if (Character.isLowerCase(text.charAt(first)) || Marks.bareNumber(text, start, end)) {
            return true;
        }
        if (Marks.heading(text, start, end)) {
            return false;
        }
        int from = Blank.skip(text, start, end);
        return width <= WIDEST && last - from >= FULL * width;
    }

    /// The width that four lines in five do not exceed.
    private static int width(String text) {
        int[] lines = new int[WIDEST + 2];
        int count = 0;
        for (int start = 0; start < text.length(); ) {
            int end = lineEnd(text, start);
            int length = Blank.trim(text, start, end) - start;
            if (length > 0) {
                lines[Math.min(length, WIDEST + 1)]++;
                count++;
            }
            start = end < text.length() ? afterLineEnd(text, end) : end;
        }
        int width = 0;
        for (int below = lines[0]; width <= WIDEST && below < 0.8 * count; below += lines[width]) {
            width++;
        }
        return width;
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int afterLineEnd(String text, int end) {
        boolean two = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
        return two ? end + 2 : end + 1;
    }
}
