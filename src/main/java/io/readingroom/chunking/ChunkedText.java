package io.readingroom.chunking;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import java.util.List;

/// A document cut up for reading.
///
/// @param text the whole text
/// @param pages the pages, which tile the text in order
/// @param language BCP 47 tag of the text's language, `und` when unknown
/// @param chunks the chunks in order; every character of the text is in exactly one
public record ChunkedText(ProtectedText text, List<Page> pages, String language, List<Chunk> chunks) {}
