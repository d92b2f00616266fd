package io.readingroom.tokenizer;

/// Merges the symbols of a text pair by pair, best pair first, as SentencePiece and byte-pair encoding do. A linked
/// list of symbols and a queue of pairs make it O(n log n), so that a text without spaces is no trap. A symbol is known
/// by the place where it starts. The ways ties are broken are those of llama.cpp's `llama-vocab.cpp`.
final class Merging {

    /// The longest symbol, in UTF-16 units, whose length fits beside its rank and place in one number.
    static final int LONGEST = (1 << 12) - 1;

    /// The number of ranks that fit there.
    static final int RANKS = 1 << 20;

    private final PairTable pairs;
    private final WorkQueue queue = new WorkQueue();
    private int[] lengths = new int[0];
    private int[] before = new int[0];
    private int[] symbols = new int[0];

    Merging(PairTable pairs) {
        this.pairs = pairs;
    }

    /// The number of tokens of `text[from, to)`. Symbols are code points at the start.
    int count(char[] text, int from, int to) {
        if (lengths.length < text.length) {
            lengths = new int[text.length];
            before = new int[text.length];
            symbols = new int[text.length];
        }
        int previous = -1;
        for (int at = from; at < to; at += lengths[at]) {
            lengths[at] = Character.isHighSurrogate(text[at]) && at + 1 < to ? 2 : 1;
            symbols[at] = pairs.symbol(text, at, at + lengths[at]);
            before[at] = previous;
            if (previous >= 0) {
                offer(text, previous, at);
            }
            previous = at;
        }
        while (!queue.isEmpty()) {
            apply(text, queue.poll(), to);
        }
        int tokens = 0;
        for (int at = from; at < to; at += lengths[at]) {
            tokens += pairs.cost(symbols[at], text, at, at + lengths[at]);
        }
        return tokens;
    }

    private void offer(char[] text, int left, int right) {
        int length = lengths[left] + lengths[right];
        int merge = pairs.merge(symbols[left], symbols[right], text, left, left + length);
        if (merge != PairTable.NONE && length <= LONGEST) {
            queue.add(((long) pairs.rank(merge) << 43) | ((long) left << 12) | length);
        }
    }

    private void apply(char[] text, long entry, int to) {
        int left = (int) (entry >>> 12) & Integer.MAX_VALUE;
        int length = (int) entry & LONGEST;
        int right = left + lengths[left];
        if (lengths[left] == 0 || right >= to || lengths[left] + lengths[right] != length) {
            return; // one of the two has merged with another since
        }
        int merge = pairs.merge(symbols[left], symbols[right], text, left, left + length);
        symbols[left] = pairs.result(merge);
        lengths[left] = length;
        lengths[right] = 0;
        int next = left + length;
        if (next < to) {
            before[next] = left;
            offer(text, left, next);
        }
        if (before[left] >= 0) {
            offer(text, before[left], left);
        }
    }
}
