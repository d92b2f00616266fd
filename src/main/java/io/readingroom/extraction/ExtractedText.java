package io.readingroom.extraction;

import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Warning;
import java.util.List;

/// The text of a document, as every later room sees it.
///
/// @param text the whole text
/// @param pages the pages, which tile the text in order; at least one
/// @param mediaType the media type that the content turned out to have
/// @param language the language of most of the text as a BCP 47 tag, `und` when it could not be told
/// @param warnings what its reader must know: cut text, pages without text, garbled text
public record ExtractedText(
        ProtectedText text, List<Page> pages, String mediaType, String language, List<Warning> warnings) {}
