package io.readingroom.tokenizer;

/// GPT-2's pattern: `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`
///
/// @param digitsApart whether every digit is a piece of its own, cut out before anything else is looked at
record Gpt2Pattern(boolean digitsApart) implements Pattern {

    @Override
    public void cut(char[] text, int from, int to, Pieces pieces) {
        int start = from;
        Letters letters = new Letters(text, to);
        for (int at = from; digitsApart && at < to; at = letters.after(at)) {
            if (Letters.number(letters.at(at))) {
                words(text, start, at, pieces);
                start = letters.after(at);
                pieces.piece(at, start);
            }
        }
        words(text, start, to, pieces);
    }

    private static void words(char[] text, int from, int to, Pieces pieces) {
        Letters letters = new Letters(text, to);
        for (int at = from; at < to; ) {
            int end = end(letters, at);
            pieces.piece(at, end);
            at = end;
        }
    }

    private static int end(Letters letters, int at) {
        int contraction = letters.contraction(at, false);
        if (contraction > at) {
            return contraction;
        }
        int end = letters.at(at) == ' ' ? at + 1 : at;
        int point = letters.at(end);
        if (Letters.letter(point, false)) {
            while (Letters.letter(letters.at(end), false)) {
                end = letters.after(end);
            }
            return end;
        }
        if (Letters.number(point)) {
            while (Letters.number(letters.at(end))) {
                end = letters.after(end);
            }
            return end;
        }
        if (Letters.other(point, false)) {
            while (Letters.other(letters.at(end), false)) {
                end = letters.after(end);
            }
            return end;
        }
        return Spaces.end(letters, at, false);
    }
}
