package io.readingroom.chunking;

import java.util.regex.Pattern;

/// What the beginning and the end of a line tell about it.
final class Marks {

    /// A line longer than this, in UTF-16 units, is no heading.
    private static final int HEADING = 90;

    /// As much of a line as the patterns look at, so that a line of a million characters costs no more than another.
    private static final int BEGINNING = 120;

    private static final String FINISHED = ".!?…。！？．｡";
    private static final String CLOSING = "\"'”’»)]}」』）】》〉";

    private static final Pattern ITEM = Pattern.compile(
            "[-*+•‣◦·●○■□▪※・–—]\\s.*"
                    + "|\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,5})[.)]\\s.*"
                    + "|\\d{1,3}(?:\\.\\d{1,3}){1,4}\\s.*|[①-⑳㈠-㈩].*"
                    + "|[（(](?:[一二三四五六七八九十]{1,3}|\\d{1,3}|[０-９]{1,3})[)）].*"
                    + "|(?:[一二三四五六七八九十]{1,3}|[０-９]{1,3})[、．.].*",
            Pattern.DOTALL);

    private static final Pattern TITLE = Pattern.compile(
            "#{1,6}\\s.*"
                    + "|(?i:article|section|chapter|part|schedule|annex|appendix|exhibit)\\s+[\\dIVXLA-Z]{1,6}\\b.{0,60}"
                    + "|第\\s?[一二三四五六七八九十百千\\d０-９]{1,6}\\s?[章節节部編编条條款項项].{0,30}",
            Pattern.DOTALL);

    private static final Pattern BARE_NUMBER =
            Pattern.compile("\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,5})[.)]");

    private Marks() {}

    /// Whether a line is nothing but the number of an item, whose text follows on the next.
    static boolean bareNumber(CharSequence text, int from, int to) {
        int start = Blank.skip(text, from, to);
        return BARE_NUMBER
                .matcher(beginning(text, start, Blank.trim(text, start, to)))
                .matches();
    }

    /// Whether a line begins as an item of a list does.
    static boolean item(CharSequence text, int from, int to) {
        return ITEM.matcher(beginning(text, from, to)).matches();
    }

    /// Whether a line is a heading: it says so, or it is short and in capitals without an end.
    static boolean heading(CharSequence text, int from, int to) {
        int start = Blank.skip(text, from, to);
        int end = Blank.trim(text, start, to);
        if (end - start > HEADING || end == start || finished(text, start, end)) {
            return false;
        }
        CharSequence line = text.subSequence(start, end);
        return TITLE.matcher(line).matches() || capitals(line);
    }

    /// Whether what ends at `end` ends as a sentence does, closing quotes and brackets aside.
    static boolean finished(CharSequence text, int from, int end) {
        int last = end;
        while (last > from && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last > from && FINISHED.indexOf(text.charAt(last - 1)) >= 0;
    }

    private static boolean capitals(CharSequence line) {
        long upper = line.chars().filter(Character::isUpperCase).count();
        return upper >= 4 && line.chars().noneMatch(Character::isLowerCase) && 2 * upper > line.length();
    }

    private static CharSequence beginning(CharSequence text, int from, int to) {
        return text.subSequence(from, Math.min(to, from + BEGINNING));
    }
}
