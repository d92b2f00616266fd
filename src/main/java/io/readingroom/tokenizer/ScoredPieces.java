package io.readingroom.tokenizer;

import io.readingroom.document.TokenCounter;
import java.util.Arrays;

/// Counts as a SentencePiece vocabulary with scores does (`tokenizer.ggml.model` is `llama`): spaces become `▁`, the
/// pair whose joined text has the best score merges first, and a character without a token costs one per byte.
final class ScoredPieces implements TokenCounter {

    private final SpecialTokens special;
    private final Pairs pairs;
    private final Seams seams;
    private final boolean spacePrefix;

    ScoredPieces(Vocabulary vocabulary) {
        special = SpecialTokens.of(vocabulary);
        pairs = new Pairs(new TokenTable(vocabulary.tokens()), ranks(vocabulary.scores()));
        seams = Seams.of(vocabulary.tokens());
        spacePrefix = vocabulary.settings().addSpacePrefix();
    }

    @Override
    public int count(CharSequence text) {
        char[] units = Units.of(text);
        Merging merging = new Merging(pairs);
        return special.count(units, (from, to) -> count(units, from, to, merging));
    }

    private int count(char[] units, int from, int to, Merging merging) {
        if (!spacePrefix) {
            Units.escapeSpaces(units, from, to);
            return seams.count(units, from, to, merging);
        }
        char[] prefixed = new char[to - from + 1];
        prefixed[0] = ' ';
        System.arraycopy(units, from, prefixed, 1, to - from);
        Units.escapeSpaces(prefixed, 0, prefixed.length);
        return seams.count(prefixed, 0, prefixed.length, merging);
    }

    @Override
    public boolean exact() {
        return true;
    }

    /// The place of each score among all of them, the best first; equal scores share a place.
    private static int[] ranks(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            int at = Arrays.binarySearch(sorted, scores[i]);
            while (at > 0 && sorted[at - 1] == sorted[at]) {
                at--;
            }
            ranks[i] = scores.length - 1 - at;
        }
        return ranks;
    }

    private static final class Pairs implements PairTable {
        private final TokenTable table;
        private final int[] ranks;

        Pairs(TokenTable table, int[] ranks) {
            this.table = table;
            this.ranks = ranks;
        }

        @Override
        public int symbol(char[] text, int from, int to) {
            return table.find(text, from, to);
        }

        @Override
        public int merge(int left, int right, char[] text, int from, int to) {
            return table.find(text, from, to);
        }

        @Override
        public int rank(int merge) {
            return ranks[merge];
        }

        @Override
        public int result(int merge) {
            return merge;
        }

        @Override
        public int cost(int symbol, char[] text, int from, int to) {
            return symbol == NONE ? Units.bytes(text, from, to) : 1;
        }
    }
}
