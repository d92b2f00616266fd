package io.readingroom.analysis;

import io.readingroom.document.Span;
import io.readingroom.reading.SupportedSentence;
import java.util.List;

/// The summary of one part.
///
/// @param span the part
/// @param page the page on which it starts
/// @param sentences may be empty when nothing the model said was supported
public record SummarySection(Span span, int page, List<SupportedSentence> sentences) {}
