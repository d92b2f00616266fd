package io.readingroom.document;

/// Counts the tokens that a model makes of a text. Two texts together cost about what they cost apart: merges at the
/// seam change the sum by a little, mostly downward, so that what must fit has to be counted whole.
public interface TokenCounter {

    /// The number of tokens of `text` alone, without the tokens of a chat template. At least the true number.
    int count(CharSequence text);

    /// Whether the numbers are the model's own, rather than an estimate that errs high.
    boolean exact();
}
