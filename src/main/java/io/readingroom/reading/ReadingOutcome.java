package io.readingroom.reading;

/// What came of reading a chunk.
public sealed interface ReadingOutcome permits Reading, SplitNeeded {}
