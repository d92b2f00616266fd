package io.readingroom.reading;

/// What was dropped because code could not vouch for it.
///
/// @param ungroundedFacts values that do not stand in the text
/// @param unsupportedSentences sentences of a summary that the text does not support
/// @param invalidAnswers answers that were no answers
public record Rejected(int ungroundedFacts, int unsupportedSentences, int invalidAnswers) {

    /// Nothing dropped.
    public static final Rejected NONE = new Rejected(0, 0, 0);

    /// Both together.
    public Rejected plus(Rejected other) {
        return new Rejected(
                ungroundedFacts + other.ungroundedFacts,
                unsupportedSentences + other.unsupportedSentences,
                invalidAnswers + other.invalidAnswers);
    }
}
