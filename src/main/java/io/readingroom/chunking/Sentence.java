package io.readingroom.chunking;

import io.readingroom.document.Span;

/// A sentence of a document. The spans of all sentences tile the text: white space belongs to the sentence before it.
///
/// @param number counted from 0 through the whole document
/// @param span where it stands
/// @param page the page on which it starts
public record Sentence(int number, Span span, int page) {}
