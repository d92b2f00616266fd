package io.readingroom.analysis;

/// The verdict about how a text sounds.
public enum SentimentLabel {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
