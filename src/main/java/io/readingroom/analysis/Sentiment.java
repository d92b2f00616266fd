package io.readingroom.analysis;

import io.readingroom.grounding.Evidence;
import java.util.List;

/// How the document sounds.
///
/// @param label the verdict
/// @param confidence the share of the verdict, 0 to 1
/// @param calibrated whether the thresholds were fitted for this model
/// @param positive share of positive, 0 to 1; the three add up to 1
/// @param neutral share of neutral
/// @param negative share of negative
/// @param drivers the sentences that carry it, most telling first
/// @param sections how each part sounds, in order; empty for a document of one chunk
public record Sentiment(
        SentimentLabel label,
        double confidence,
        boolean calibrated,
        double positive,
        double neutral,
        double negative,
        List<Evidence> drivers,
        List<SentimentSection> sections) {}
