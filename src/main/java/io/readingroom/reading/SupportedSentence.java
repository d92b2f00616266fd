package io.readingroom.reading;

import io.readingroom.document.ProtectedText;
import io.readingroom.grounding.Evidence;
import java.util.List;

/// A sentence of a summary and what supports it.
///
/// @param text the sentence
/// @param evidence the supporting places, at least one
public record SupportedSentence(ProtectedText text, List<Evidence> evidence) {}
