package io.readingroom.analysis;

import io.readingroom.document.DocumentId;
import io.readingroom.document.Page;
import io.readingroom.document.ProtectedText;
import io.readingroom.document.Warning;
import io.readingroom.reading.Assignment;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reading;
import java.time.Instant;
import java.util.List;

/// What an analysis is made of.
///
/// @param document whose analysis
/// @param text the whole text
/// @param pages the pages, which tile the text in order
/// @param language BCP 47 tag of the text's language, `und` when unknown
/// @param warnings of the extraction
/// @param assignment what was asked
/// @param origin who read
/// @param readings of the chunks, in the order of the text
/// @param totalTokens the tokens of all chunks
/// @param startedAt when reading began
public record Material(
        DocumentId document,
        ProtectedText text,
        List<Page> pages,
        String language,
        List<Warning> warnings,
        Assignment assignment,
        Origin origin,
        List<Reading> readings,
        int totalTokens,
        Instant startedAt) {}
