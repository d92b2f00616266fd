package io.readingroom.tokenizer;

/// The patterns of GPT-4's line: Llama 3, Qwen and those that took after them.
/// `'s|'t|…|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,digits}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`
///
/// @param digits the longest run of digits in one piece
/// @param marks whether combining marks count as letters
record WordPattern(int digits, boolean marks) implements Pattern {

    @Override
    public void cut(char[] text, int from, int to, Pieces pieces) {
        Letters letters = new Letters(text, to);
        for (int at = from; at < to; ) {
            int end = end(letters, at);
            pieces.piece(at, end);
            at = end;
        }
    }

    private int end(Letters letters, int at) {
        int contraction = letters.contraction(at, true);
        if (contraction > at) {
            return contraction;
        }
        int point = letters.at(at);
        int next = letters.after(at);
        boolean number = Letters.number(point);
        if (!number
                && !Letters.lineEnd(point)
                && (Letters.letter(point, marks) || Letters.letter(letters.at(next), marks))) {
            return letterRun(letters, next);
        }
        if (number) {
            return numberRun(letters, at);
        }
        int shown = point == ' ' ? next : at;
        if (Letters.other(letters.at(shown), marks) || (point == ' ' && shown >= letters.to())) {
            return otherRun(letters, shown);
        }
        return Spaces.end(letters, at, true);
    }

    private int letterRun(Letters letters, int at) {
        int end = at;
        while (Letters.letter(letters.at(end), marks)) {
            end = letters.after(end);
        }
        return end;
    }

    private int numberRun(Letters letters, int at) {
        int end = at;
        for (int i = 0; i < digits && Letters.number(letters.at(end)); i++) {
            end = letters.after(end);
        }
        return end;
    }

    private int otherRun(Letters letters, int at) {
        int end = at;
        while (Letters.other(letters.at(end), marks)) {
            end = letters.after(end);
        }
        while (Letters.lineEnd(letters.at(end))) {
            end++;
        }
        return end;
    }
}
