package io.readingroom.extraction.worker;

/// Tells writing from what only looks like it.
final class TextQuality {

    /// Above it, a page of writing has lost too much to be relied on.
    private static final double GARBLED_SHARE = 0.05;
    private static final double BINARY_SHARE = 0.02;
    private static final int TOO_SHORT_TO_TELL = 20;

    private TextQuality() {}

    /// Whether a text has many replacement, private-use or unassigned characters, the traces of a wrong
    /// encoding or of a font without a mapping to Unicode.
    static boolean isGarbled(String text) {
        long visible = text.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .count();
        long lost = text.codePoints().filter(TextQuality::isLost).count();
        return visible >= TOO_SHORT_TO_TELL && lost > visible * GARBLED_SHARE;
    }

    /// Whether control characters say that these were never characters.
    static boolean isBinary(String text) {
        long controls = text.chars()
                .filter(unit -> unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t' && unit != '\f')
                .filter(unit -> unit != 0x1A && unit != 0x1B)
                .count();
        return controls > 1 + text.length() * BINARY_SHARE;
    }

    private static boolean isLost(int point) {
        return switch (Character.getType(point)) {
            case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
            default -> point == 0xFFFD;
        };
    }
}
