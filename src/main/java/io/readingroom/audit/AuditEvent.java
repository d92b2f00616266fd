package io.readingroom.audit;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import org.jspecify.annotations.Nullable;

/// Something that was done, in the past tense. Identities, digests, counts and stable words only: never content, file
/// names or addresses.
public sealed interface AuditEvent {

    /// A document was received and sealed.
    record DocumentReceived(DocumentId document, long bytes, String mediaType) implements AuditEvent {}

    /// An upload was declined.
    record UploadRefused(String reason) implements AuditEvent {}

    /// The text of a document was extracted.
    record TextExtracted(DocumentId document, ContentDigest textDigest, int pages, int characters)
            implements AuditEvent {}

    /// A chunk was read.
    record ChunkRead(
            DocumentId document, String model, String modelDigest, int calls, long promptTokens, long outputTokens)
            implements AuditEvent {}

    /// The analysis of a document was completed.
    record AnalysisCompleted(DocumentId document, String engine, String model, String modelDigest, int facts)
            implements AuditEvent {}

    /// A document could not be read.
    record DocumentFailed(DocumentId document, String reason) implements AuditEvent {}

    /// The reading of a document was cancelled.
    record DocumentCancelled(DocumentId document) implements AuditEvent {}

    /// The key of a document was destroyed.
    record DocumentErased(DocumentId document) implements AuditEvent {}

    /// The analysis of a document was given out.
    record AnalysisAccessed(DocumentId document, String form) implements AuditEvent {}

    /// The text of a document was given out.
    record TextAccessed(DocumentId document) implements AuditEvent {}

    /// The register was queried.
    record RegisterQueried(@Nullable DocumentId document, int events) implements AuditEvent {}

    /// The service started.
    record ServiceStarted(String version, String engine) implements AuditEvent {}
}
