package io.readingroom.extractive;

import io.readingroom.document.TokenCounter;

/// Counts what this engine reads, as no model's tokenizer is involved: a run of letters and digits of a
/// spaced script is one token, every other visible character (an ideograph, a kana, a punctuation mark) is
/// one.
final class RunCounter implements TokenCounter {

    @Override
    public int count(CharSequence text) {
        int tokens = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); ) {
            int point = Character.codePointAt(text, at);
            boolean run = Character.isLetterOrDigit(point) && !Character.isIdeographic(point) && !isKana(point);
            boolean blank = Character.isWhitespace(point) || Character.isSpaceChar(point);
            if (run ? !inside : !blank) {
                tokens++;
            }
            inside = run;
            at += Character.charCount(point);
        }
        return tokens;
    }

    /// The counts are exact: these tokens are the engine's own.
    @Override
    public boolean exact() {
        return true;
    }

    private static boolean isKana(int point) {
        return point >= 0x3040 && point <= 0x30FF;
    }
}
