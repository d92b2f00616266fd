package io.readingroom.privacy.hold;

import io.readingroom.document.DocumentId;
import java.util.Set;

/// What may not be erased.
public interface LegalHolds {

    /// Whether a hold keeps the document. No hold is set in the tenant from now until the caller's
    /// transaction ends, so that the answer stays true while it is acted upon.
    ///
    /// @param tenant whose document it is
    boolean keep(DocumentId document, String tenant);

    /// Those of some documents of a tenant that a hold keeps; as above, no hold is set in the tenant until the
    /// caller's transaction ends.
    Set<DocumentId> keep(Set<DocumentId> documents, String tenant);

    /// Whether a hold keeps the document, for somebody who only wants to know.
    boolean holds(DocumentId document, String tenant);
}
