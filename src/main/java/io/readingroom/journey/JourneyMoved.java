package io.readingroom.journey;

import io.readingroom.document.DocumentId;

/// Fired within the transaction that moves a document on.
///
/// @param document that moved
/// @param state in which it is now
public record JourneyMoved(DocumentId document, JourneyState state) {}
