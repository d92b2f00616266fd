package io.readingroom.reading;

/// The chunk, or the answer about it, was too long: read its halves instead.
///
/// @param reason `prompt-too-long` or `answer-cut`
/// @param usage what was spent in finding out
public record SplitNeeded(String reason, Usage usage) implements ReadingOutcome {}
