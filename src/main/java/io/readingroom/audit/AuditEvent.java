package io.readingroom.audit;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import io.readingroom.document.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done, in the past tense. Identities, digests, counts and stable words only: never content, file
/// names or addresses.
public sealed interface AuditEvent {

    /// A document was received and sealed.
    record DocumentReceived(DocumentId document, long bytes, String mediaType) implements AuditEvent {}

    /// An upload was declined.
    record UploadRefused(String reason) implements AuditEvent {}

    /// The text of a document was extracted. Its digest is made by the document's own key, so that it confirms no
    /// guess once the document is erased.
    record TextExtracted(DocumentId document, KeyedDigest textDigest, int pages, int characters)
            implements AuditEvent {}

    /// What a model does with a document. Each beginning has its end: the same chunk
    /// that was read or failed, or the end of the document.
    sealed interface OfTheModel extends AuditEvent {}

    /// A chunk is given to the model.
    record ChunkBegun(DocumentId document, Span chunk, ReadBy by) implements OfTheModel {}

    /// A chunk was read.
    record ChunkRead(DocumentId document, Span chunk, ReadBy by, int calls, long promptTokens, long outputTokens)
            implements OfTheModel {}

    /// A chunk could not be read.
    record ChunkFailed(DocumentId document, Span chunk, ReadBy by, String reason) implements OfTheModel {}

    /// The readings of a document are brought together by the model.
    record AnalysisBegun(DocumentId document, ReadBy by) implements OfTheModel {}

    /// The analysis of a document was completed. The counts are those of the whole document.
    record AnalysisCompleted(DocumentId document, ReadBy by, int facts, int calls, long promptTokens, long outputTokens)
            implements OfTheModel {}

    /// A document waits for something that it cannot be read without.
    record DocumentPostponed(DocumentId document, String reason) implements AuditEvent {}

    /// A document could not be read.
    record DocumentFailed(DocumentId document, String reason) implements AuditEvent {}

    /// The reading of a document was cancelled.
    record DocumentCancelled(DocumentId document) implements AuditEvent {}

    /// What is kept, for how long, and under which keys.
    sealed interface OfPrivacy extends AuditEvent {}

    /// The key of a document was destroyed.
    ///
    /// @param cause a stable word
    record DocumentErased(DocumentId document, String cause) implements OfPrivacy {}

    /// A document was to be erased and was not.
    ///
    /// @param cause of the erasure that was tried
    record ErasureRefused(DocumentId document, String reason, String cause) implements OfPrivacy {}

    /// A legal hold was set.
    ///
    /// @param document that it keeps, null when it keeps those of a subject or matter
    record HoldSet(String hold, String kind, @Nullable DocumentId document, String reason) implements OfPrivacy {}

    /// A legal hold was released.
    record HoldReleased(String hold, String kind, @Nullable DocumentId document, String reason) implements OfPrivacy {}

    /// A legal hold was to be released and was not.
    record HoldRefused(String hold, String reason) implements OfPrivacy {}

    /// Keys were wrapped anew by the newest key-encryption key.
    ///
    /// @param kind whose keys: of documents, digests or signatures
    /// @param kek identity of the newest one
    record KeysRewrapped(String kind, int keys, String kek) implements OfPrivacy {}

    /// The analysis of a document was given out.
    record AnalysisAccessed(DocumentId document, String form) implements AuditEvent {}

    /// The text of a document was given out.
    record TextAccessed(DocumentId document) implements AuditEvent {}

    /// What was done to the register itself. It is recorded even while the register takes nothing else.
    sealed interface OfTheRegister extends AuditEvent {}

    /// The register was queried.
    record RegisterQueried(@Nullable DocumentId document, String query, long events) implements OfTheRegister {}

    /// Events of the register were given out as a whole.
    record RegisterExported(String form, long from, long to) implements OfTheRegister {}

    /// A receipt for an entry of the register was given out.
    record ReceiptIssued(long entry) implements OfTheRegister {}

    /// Events of the register let go of their bodies, because their retention had ended.
    ///
    /// @param from the first entry
    /// @param to the entry behind the last
    /// @param bodies how many of these let go; a legal hold keeps the others
    record BodiesPruned(long from, long to, long bodies) implements OfTheRegister {}

    /// An operator had the register begin another epoch after it was frozen.
    record EpochOpened(int epoch, long size, String reason) implements OfTheRegister {}

    /// Who is let in.
    sealed interface OfAccess extends AuditEvent {}

    /// Requests were denied, for want of a valid token, a role or a tenant.
    ///
    /// @param requests how many; the first is told at once, those that follow it together
    record AccessDenied(String reason, long requests) implements OfAccess {}

    /// Somebody who does not read opened the way to content in an emergency.
    ///
    /// @param seconds for how long
    record GlassOpened(UUID glass, String reason, long seconds) implements OfAccess {}

    /// Content of a document was read that way.
    record GlassUsed(DocumentId document, UUID glass, String reason) implements OfAccess {}

    /// The way was closed, by its opener or because its time was over.
    record GlassClosed(UUID glass, String cause) implements OfAccess {}

    /// The service started.
    ///
    /// @param configuration digest of the service's settings
    record ServiceStarted(String version, String engine, ContentDigest configuration) implements AuditEvent {}
}
