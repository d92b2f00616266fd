package io.readingroom.privacy.retention;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long documents are kept, and whom and what they are about.
public interface Retention {

    /// Notes it for a document that comes in, in the caller's transaction.
    ///
    /// @throws io.readingroom.document.RefusedException when the class is not known
    void keep(DocumentId document, String tenant, Instant receivedAt, KeptFor keptFor);

    /// What is noted about a document.
    Optional<Kept> of(DocumentId document);

    /// Forgets what is noted, in the caller's transaction.
    ///
    /// @return how many references there were
    long forget(DocumentId document);

    /// The one of `subject` and `matter` that is given, as it is kept.
    ///
    /// @throws io.readingroom.document.RefusedException when none or both are given, or it is no reference
    Reference reference(String tenant, @Nullable String subject, @Nullable String matter);

    /// The documents with a reference that are not erased, the first to come due first.
    List<DocumentId> documents(String tenant, Reference reference);

    /// The retention class of a document and when it is due; both null when it is kept until somebody
    /// erases it.
    record Kept(@Nullable String retentionClass, @Nullable Instant dueAt) {}
}
