package io.readingroom.grounding.folding;

import io.readingroom.document.Span;

/// Whether a stretch of text is made of whole words and whole numbers: `art` is not found in `party`, nor `5`
/// in `15`, `500` in `1,500` or `三年` in `十三年`.
public final class WordEdges {

    private WordEdges() {}

    public static boolean whole(String text, Span span) {
        return span.length() > 0 && begins(text, span.start()) && openEnd(text, span.end());
    }

    /// Whether a word begins at `start`.
    public static boolean begins(String text, int start) {
        int before = previous(text, start);
        if (before < 0) {
            return true;
        }
        int left = text.codePointAt(before);
        int right = text.codePointAt(start);
        if (separatesDigits(left) && Character.isDigit(right) && before > 0) {
            return !Character.isDigit(text.charAt(before - 1));
        }
        return !joins(left, right);
    }

    private static boolean openEnd(String text, int end) {
        int after = end;
        while (after < text.length() && isSilent(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        if (after >= text.length()) {
            return true;
        }
        int left = text.codePointBefore(end);
        int right = text.codePointAt(after);
        if (separatesDigits(right) && Character.isDigit(left) && after + 1 < text.length()) {
            return !Character.isDigit(text.charAt(after + 1));
        }
        return !joins(left, right);
    }

    private static int previous(String text, int start) {
        int before = start;
        while (before > 0) {
            int point = text.codePointBefore(before);
            before -= Character.charCount(point);
            if (!isSilent(point)) {
                return before;
            }
        }
        return -1;
    }

    private static boolean isSilent(int point) {
        return point >= 0xAD && Characters.isInvisible(point);
    }

    private static boolean separatesDigits(int point) {
        return point == '.' || point == ',' || point == 0xFF0C || point == 0xFF0E;
    }

    private static boolean joins(int left, int right) {
        return (Characters.isWordPart(left) && Characters.isWordPart(right))
                || (Character.isDigit(left) && Character.isDigit(right))
                || (Characters.isHanNumeral(left) && Characters.isHanNumeral(right));
    }
}
