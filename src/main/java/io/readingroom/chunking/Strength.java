package io.readingroom.chunking;

import java.util.List;

/// How good a place between two sentences is for a cut, the weakest first.
enum Strength {
    /// Inside a sentence that was too long.
    PIECE,
    /// Inside a paragraph.
    SENTENCE,
    /// Between two lines.
    LINE,
    /// Between two paragraphs with a blank line between them.
    PARAGRAPH,
    /// Between two pages, where the first ends with a finished sentence.
    PAGE,
    /// Before a heading.
    HEADING;

    /// The strength of the place before each sentence.
    static Strength[] of(String text, List<Sentence> sentences) {
        Strength[] strengths = new Strength[sentences.size()];
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = i == 0 ? PIECE : between(text, sentences.get(i - 1), sentences.get(i));
        }
        return strengths;
    }

    private static Strength between(String text, Sentence before, Sentence after) {
        int end = Blank.trim(text, before.span().start(), before.span().end());
        long lineEnds = text.substring(end, before.span().end())
                .chars()
                .filter(unit -> unit == '\n')
                .count();
        boolean finished = Marks.finished(text, before.span().start(), end);
        if (lineEnds > 0
                && Marks.heading(text, after.span().start(), after.span().end())) {
            return HEADING;
        }
        if (before.page() != after.page() && finished) {
            return PAGE;
        }
        if (lineEnds > 0) {
            return lineEnds > 1 ? PARAGRAPH : LINE;
        }
        return finished ? SENTENCE : PIECE;
    }
}
