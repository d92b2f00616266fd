package io.readingroom.privacy;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import java.util.Optional;

/// The keys of documents, as the one who destroys them sees them. It takes no key-encryption key:
/// documents can be erased while that cannot be reached.
public interface KeyDestruction {

    /// The document's key; empty for a document that there never was.
    Optional<HeldKey> find(DocumentId document);

    /// The document's key, locked until the caller's transaction ends.
    Optional<HeldKey> lock(DocumentId document);

    /// Destroys a key that the caller's transaction has locked.
    void destroy(DocumentId document, Instant now);
}
