package io.readingroom.tokenizer;

import io.readingroom.document.TokenCounter;

/// Counts as Gemma 4's vocabulary does: spaces become `▁` as with SentencePiece, but characters merge in the order of a
/// list, and a run of line feeds that is a token stays whole. A server names the model `gemma4`, or `llama` with the
/// pattern `gemma4`.
final class MergedPieces implements TokenCounter {

    private static final Pattern LINES = new LinePattern();

    private final SpecialTokens special;
    private final MergedPairs pairs;

    MergedPieces(Vocabulary vocabulary) {
        special = SpecialTokens.of(vocabulary);
        pairs = new MergedPairs(vocabulary, false);
    }

    @Override
    public int count(CharSequence text) {
        char[] units = Units.of(text);
        Merging merging = new Merging(pairs);
        return special.count(units, (from, to) -> {
            Units.escapeSpaces(units, from, to);
            int[] tokens = new int[1];
            LINES.cut(units, from, to, (start, end) -> tokens[0] += count(units, start, end, merging));
            return tokens[0];
        });
    }

    private int count(char[] units, int from, int to, Merging merging) {
        boolean wholeLineEnds = units[from] == '\n' && pairs.isToken(units, from, to);
        return wholeLineEnds ? 1 : pairs.count(units, from, to, merging);
    }

    @Override
    public boolean exact() {
        return true;
    }
}
