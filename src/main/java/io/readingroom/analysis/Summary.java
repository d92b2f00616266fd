package io.readingroom.analysis;

import io.readingroom.reading.SupportedSentence;
import java.util.List;

/// A summary in which each sentence has evidence.
///
/// @param language BCP 47 tag of the language it is written in
/// @param sentences of the whole
/// @param sections of the parts, in order; empty for a document of one chunk
public record Summary(String language, List<SupportedSentence> sentences, List<SummarySection> sections) {}
