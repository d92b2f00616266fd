package io.readingroom.extraction.worker;

import java.util.List;

/// What a parser made of a document and of what is attached to it.
///
/// @param mediaType the type that it was read as
/// @param pages its pages and then those of its attachments, one at least
/// @param garbled whether the parser found glyphs that it could not map to characters
record ParsedDocument(String mediaType, List<RawPage> pages, boolean garbled) {}
