package io.readingroom.analysis;

import io.readingroom.document.Span;

/// How one part sounds.
///
/// @param span the part
/// @param page the page on which it starts
/// @param label the verdict about it
/// @param confidence the share of the verdict, 0 to 1
public record SentimentSection(Span span, int page, SentimentLabel label, double confidence) {}
