package io.readingroom.tokenizer;

import io.readingroom.document.TokenCounter;

/// Estimates tokens by script and word length, so that the estimate errs high for the vocabularies in common use, and
/// learns from the true counts that a server reports. Measured with Gemma 3's vocabulary, a token is three to five
/// characters of English prose, a bit less than two of Japanese and a bit more than one of Chinese; each digit is one.
public final class EstimatedTokens implements TokenCounter {

    /// Words up to this length are taken for one token, longer ones for one more per stretch of it.
    private static final int WORD = 5;

    /// Runs longer than this are keys, hashes or encoded data rather than words.
    private static final int LONGEST_WORD = 24;

    /// Line feeds, dots and dashes in a row share tokens.
    private static final int RUN = 3;

    private volatile double factor = 1.0;

    /// Corrects the estimate upward by a count that the server reported for a text; never downward.
    ///
    /// @param factor the true count divided by what [#count] answered for the same text
    public synchronized void calibrate(double factor) {
        if (Double.isFinite(factor) && factor > 1.0) {
            this.factor *= factor;
        }
    }

    @Override
    public int count(CharSequence text) {
        long tokens = 0;
        int at = 0;
        while (at < text.length()) {
            int end = runEnd(text, at);
            tokens += estimate(text, at, end);
            at = end;
        }
        return (int) Math.min(Integer.MAX_VALUE, (long) Math.ceil(tokens * factor));
    }

    @Override
    public boolean exact() {
        return false;
    }

    /// The end of the run of small letters, of equal characters, or of the one code point at `at`.
    private static int runEnd(CharSequence text, int at) {
        char first = text.charAt(at);
        int end = at + 1;
        if (latin(first)) {
            while (end < text.length() && small(text.charAt(end))) {
                end++;
            }
        } else if (first < 0x80 && !digit(first)) {
            while (end < text.length() && text.charAt(end) == first) {
                end++;
            }
        } else if (Character.isHighSurrogate(first)
                && end < text.length()
                && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int estimate(CharSequence text, int at, int end) {
        char first = text.charAt(at);
        int length = end - at;
        if (latin(first)) {
            return length > LONGEST_WORD ? length : (length + WORD - 1) / WORD;
        }
        if (first == ' ' && length == 1) {
            boolean beforeWord = end < text.length() && latin(text.charAt(end));
            return beforeWord ? 0 : 1; // the space is part of the word's token
        }
        if (first < 0x80) {
            return digit(first) ? 1 : (length + RUN - 1) / RUN;
        }
        return estimate(Character.codePointAt(text, at));
    }

    private static int estimate(int point) {
        if (point >= 0x10000) {
            return 4; // one per byte, as where there is no token at all
        }
        if ((point >= 0x4E00 && point <= 0x9FFF)
                || (point >= 0x3000 && point <= 0x30FF)
                || (point >= 0xAC00 && point <= 0xD7AF)
                || (point >= 0xFF00 && point <= 0xFFEF)) {
            return 1;
        }
        return point < 0x800 ? 1 : 3;
    }

    private static boolean latin(char unit) {
        return small(unit) || (unit >= 'A' && unit <= 'Z');
    }

    private static boolean small(char unit) {
        return unit >= 'a' && unit <= 'z';
    }

    private static boolean digit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
