package io.readingroom.tokenizer;

/// Gemma 4's pattern: runs of line feeds, and all between them.
record LinePattern() implements Pattern {

    @Override
    public void cut(char[] text, int from, int to, Pieces pieces) {
        int start = from;
        for (int at = from + 1; at < to; at++) {
            if ((text[at] == '\n') != (text[at - 1] == '\n')) {
                pieces.piece(start, at);
                start = at;
            }
        }
        if (start < to) {
            pieces.piece(start, to);
        }
    }
}
