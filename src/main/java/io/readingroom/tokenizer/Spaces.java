package io.readingroom.tokenizer;

/// How the patterns cut white space: the last space of a run goes with the word behind it.
final class Spaces {

    private Spaces() {}

    /// The end of the piece of white space at `at`, or of one code point of another kind.
    ///
    /// @param lineEnds whether a run breaks behind its last line end
    static int end(Letters letters, int at, boolean lineEnds) {
        int end = at;
        int behindLineEnd = at;
        while (Letters.space(letters.at(end))) {
            if (Letters.lineEnd(letters.at(end))) {
                behindLineEnd = end + 1;
            }
            end++;
        }
        if (lineEnds && behindLineEnd > at) {
            return behindLineEnd;
        }
        if (end - at > 1 && end < letters.to()) {
            return end - 1;
        }
        return end > at ? end : letters.after(at);
    }
}
