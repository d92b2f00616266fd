package io.readingroom.journey;

import io.readingroom.document.DocumentId;
import java.util.Optional;
import java.util.Set;

/// The journeys of all documents, as the one who walks them sees them.
public interface Journeys {

    /// Moves a document on, in the caller's transaction. The row stays locked until that ends, so that a cancellation
    /// comes either before the step, which then fails, or after it.
    ///
    /// @return how often the document was postponed since a chunk of it was last read
    /// @throws JourneyEndedException when the journey has ended
    int advance(DocumentId document, Step step);

    /// Whose a document is; empty when it is not known.
    Optional<String> tenant(DocumentId document);

    /// Those of these documents whose journeys have ended, or that are not known.
    Set<DocumentId> ended(Set<DocumentId> documents);
}
