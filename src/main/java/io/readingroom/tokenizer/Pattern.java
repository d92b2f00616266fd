package io.readingroom.tokenizer;

/// Cuts text into the pieces inside which a byte-level vocabulary merges. A vocabulary only names its pattern; these
/// are the ones whose rules are known here, after the regular expressions in llama.cpp's `llama-vocab.cpp` and the way
/// its `unicode.cpp` runs them.
interface Pattern {

    /// Tells `pieces` the pieces of `text[from, to)` in order; together they are the whole stretch.
    void cut(char[] text, int from, int to, Pieces pieces);

    /// Hears of each piece.
    @FunctionalInterface
    interface Pieces {
        void piece(int from, int to);
    }
}
