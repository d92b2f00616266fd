package io.readingroom.grounding;

import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;

/// Where the words of an answer stand in the document, found by code.
///
/// @param span the words
/// @param page the page on which they start
/// @param quote the words as they stand there
/// @param sentence the span of the sentence around them
/// @param alignment how the answer and the words agree
public record Evidence(Span span, int page, ProtectedText quote, Span sentence, Alignment alignment) {}
