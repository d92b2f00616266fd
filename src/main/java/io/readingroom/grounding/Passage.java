package io.readingroom.grounding;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Span;
import java.util.List;

/// The stretch of a document in which words are looked for.
///
/// @param text the whole text of the document
/// @param window the stretch to look in
/// @param sentences the spans of the sentences inside the window, in order
/// @param pages the pages of the whole document
/// @param language BCP 47 tag of the text's language, `und` when unknown
public record Passage(ProtectedText text, Span window, List<Span> sentences, List<Page> pages, String language) {}
