package io.readingroom.intake;

import io.readingroom.document.DocumentId;
import java.io.InputStream;
import java.util.Optional;

/// What was handed in.
public interface Submissions {

    /// The submission with this identity, of any tenant.
    Optional<Submission> find(DocumentId document);

    /// The document's bytes, unsealed while they are read.
    ///
    /// @throws io.readingroom.document.RefusedException when the document was erased
    InputStream open(DocumentId document);
}
