package io.readingroom.tokenizer;

/// Which two neighbouring symbols of a text merge, and which pair goes first.
interface PairTable {

    int NONE = -1;

    /// The number of the symbol that `text[from, to)` is at the start, before anything merged; [#NONE] if unknown.
    int symbol(char[] text, int from, int to);

    /// What the two symbols that fill `text[from, to)` merge by, or [#NONE] when they stay apart.
    int merge(int left, int right, char[] text, int from, int to);

    /// The place of a merge in the order of merges, below 2^20; the smallest goes first.
    int rank(int merge);

    /// The number of the symbol that a merge makes.
    int result(int merge);

    /// How many tokens the model gets for a symbol that nothing merged any further.
    int cost(int symbol, char[] text, int from, int to);
}
