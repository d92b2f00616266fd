package io.readingroom.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The merges of a byte-pair vocabulary by the numbers of their parts. A part that is no token has a number as well,
/// behind those of the tokens.
final class MergedPairs implements PairTable {

    private final TokenTable table;
    private final Seams seams;
    private final int tokens;
    private final LongIntMap merges;
    private final int[] results;
    private final boolean unitsAreBytes;

    /// @param unitsAreBytes whether each unit of a text stands for one byte of it
    MergedPairs(Vocabulary vocabulary, boolean unitsAreBytes) {
        this.unitsAreBytes = unitsAreBytes;
        tokens = vocabulary.tokens().size();
        merges = new LongIntMap(vocabulary.merges().size());
        results = new int[vocabulary.merges().size()];
        List<String> texts = number(vocabulary);
        table = new TokenTable(texts);
        seams = Seams.of(texts);
    }

    private List<String> number(Vocabulary vocabulary) {
        List<String> texts = new ArrayList<>(vocabulary.tokens());
        Map<String, Integer> numbers = HashMap.newHashMap(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            numbers.putIfAbsent(texts.get(i), i);
        }
        for (int rank = 0; rank < results.length; rank++) {
            String merge = vocabulary.merges().get(rank);
            int space = merge.indexOf(' ', 1);
            if (space > 0) {
                String left = merge.substring(0, space);
                String right = merge.substring(space + 1);
                merges.putIfAbsent(pair(number(left, texts, numbers), number(right, texts, numbers)), rank);
                results[rank] = number(left + right, texts, numbers);
            }
        }
        return texts;
    }

    private static int number(String text, List<String> texts, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(text, added -> {
            texts.add(added);
            return texts.size() - 1;
        });
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | right;
    }

    /// The number of tokens of a stretch that lies inside one piece.
    int count(char[] text, int from, int to, Merging merging) {
        return seams.count(text, from, to, merging);
    }

    /// Whether the stretch is one token of the vocabulary.
    boolean isToken(char[] text, int from, int to) {
        int symbol = table.find(text, from, to);
        return symbol != NONE && symbol < tokens;
    }

    @Override
    public int symbol(char[] text, int from, int to) {
        return table.find(text, from, to);
    }

    @Override
    public int merge(int left, int right, char[] text, int from, int to) {
        return left == NONE || right == NONE ? NONE : merges.get(pair(left, right));
    }

    @Override
    public int rank(int merge) {
        return merge;
    }

    @Override
    public int result(int merge) {
        return results[merge];
    }

    @Override
    public int cost(int symbol, char[] text, int from, int to) {
        if (symbol != NONE && symbol < tokens) {
            return 1;
        }
        return unitsAreBytes ? to - from : Units.bytes(text, from, to);
    }
}
