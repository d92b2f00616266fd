package io.readingroom.reading;

import io.readingroom.grounding.Evidence;
import java.util.List;

/// How a text sounds. The three shares add up to 1.
///
/// @param positive share of positive
/// @param neutral share of neutral
/// @param negative share of negative
/// @param measured whether the shares come from the model's log-probabilities or a lexicon, rather than from a label
/// alone
/// @param drivers the sentences that carry it, most telling first
public record SentimentReading(
        double positive, double neutral, double negative, boolean measured, List<Evidence> drivers) {}
