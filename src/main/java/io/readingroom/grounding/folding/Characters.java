package io.readingroom.grounding.folding;

/// What kind of character a code point is, as far as folding and word edges care.
public final class Characters {

    private static final String HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆";

    private Characters() {}

    public static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    public static boolean isLineBreak(char unit) {
        return unit == '\n' || unit == '\r' || unit == '\f' || unit == '\u2028' || unit == '\u2029' || unit == '\u0085';
    }

    /// The hyphens proper, which join the parts of a word; dashes part words.
    public static boolean isHyphen(int point) {
        return point == '-' || point == 0x2010 || point == 0x2011;
    }

    /// Format controls (zero width, bidirectional, soft hyphen), variation selectors and other controls.
    public static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || in(point, 0xFE00, 0xFE0F)
                || in(point, 0xE0100, 0xE01EF)
                || point == 0x034F;
    }

    /// Chinese and Japanese characters and their punctuation: scripts that put no spaces between words.
    public static boolean isWide(int point) {
        return in(point, 0x2E80, 0x312F)
                || in(point, 0x31A0, 0xA4CF)
                || in(point, 0xF900, 0xFAFF)
                || in(point, 0xFF01, 0xFF9F)
                || in(point, 0x20000, 0x3FFFF);
    }

    /// A letter, mark or digit of a script that puts spaces between words.
    public static boolean isWordPart(int point) {
        if (isWide(point)) {
            return false;
        }
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean in(int point, int first, int last) {
        return point >= first && point <= last;
    }

    public static boolean isHanNumeral(int point) {
        return HAN_NUMERALS.indexOf(point) >= 0;
    }

    /// One form for the many quotes and dashes.
    public static char plain(char unit) {
        return switch (unit) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u00B4', '`', '\u2039', '\u203A' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> '"';
            case '\u300C', '\u300D', '\u300E', '\u300F', '\u301D', '\u301E', '\u301F' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u2043' -> '-';
            default -> unit;
        };
    }
}
