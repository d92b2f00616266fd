package io.readingroom.analysis.summary;

import io.readingroom.document.ContentDigest;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import java.util.List;
import java.util.Map;

/// A summary made of several.
///
/// @param sentences supported, in reading order
/// @param rejected what was dropped on the way
/// @param usage what it cost
/// @param templateDigests digest of each prompt template used, by its name
public record Condensed(
        List<SupportedSentence> sentences,
        Rejected rejected,
        Usage usage,
        Map<String, ContentDigest> templateDigests) {}
