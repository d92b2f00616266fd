package io.readingroom.chunking;

import io.readingroom.document.Span;
import java.util.List;

/// A stretch of a document that is read in one prompt: whole sentences, except where one alone is too long.
///
/// @param span where it stands; the spans of all chunks tile the text
/// @param sentences its sentences, or the pieces of a sentence that had to be cut; their spans tile the chunk
/// @param tokens the tokens of its text, as counted by the model's own tokenizer where that is known
public record Chunk(Span span, List<Sentence> sentences, int tokens) {}
