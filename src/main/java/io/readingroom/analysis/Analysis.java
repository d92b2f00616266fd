package io.readingroom.analysis;

import io.readingroom.document.DocumentId;
import io.readingroom.document.Warning;
import io.readingroom.reading.Rejected;
import java.util.List;

/// The answer about a document.
public record Analysis(
        DocumentId documentId,
        Summary summary,
        Sentiment sentiment,
        List<KeyFact> keyFacts,
        List<Conflict> conflicts,
        Coverage coverage,
        Rejected rejected,
        List<Warning> warnings,
        Provenance provenance) {}
