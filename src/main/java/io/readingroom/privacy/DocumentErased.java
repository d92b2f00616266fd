package io.readingroom.privacy;

import io.readingroom.document.DocumentId;

/// Fired within the transaction that destroys a document's key, so that every room lets go of what it keeps.
///
/// @param document that was erased
public record DocumentErased(DocumentId document) {}
