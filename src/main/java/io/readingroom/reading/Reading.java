package io.readingroom.reading;

import io.readingroom.document.Span;
import java.util.List;

/// What one chunk says. Everything in it has evidence.
///
/// @param span the chunk
/// @param tokens the tokens of the chunk's text
/// @param facts the grounded facts, in the order of the text
/// @param sentiment how the chunk sounds
/// @param summary the sentences of its summary that the chunk supports
/// @param rejected what was dropped
/// @param usage what it cost
public record Reading(
        Span span,
        int tokens,
        List<GroundedFact> facts,
        SentimentReading sentiment,
        List<SupportedSentence> summary,
        Rejected rejected,
        Usage usage)
        implements ReadingOutcome {

    /// The same reading, which cost so much more.
    public Reading plus(Usage further) {
        return new Reading(span, tokens, facts, sentiment, summary, rejected, usage.plus(further));
    }
}
