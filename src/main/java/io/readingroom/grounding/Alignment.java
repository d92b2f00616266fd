package io.readingroom.grounding;

/// How the words of an answer and the words of the document agree.
public enum Alignment {
    /// Character for character.
    EXACT,
    /// After folding of case, quotes, dashes, white space, hyphenation and width.
    NORMALIZED,
    /// To at least nine tenths, with identical digits, dates, currencies and negations.
    ALIGNED,
    /// A sentence that supports an answer in other words.
    SUPPORTING
}
