package io.readingroom.result;

import io.readingroom.analysis.Analysis;
import io.readingroom.document.DocumentId;
import java.util.Optional;

/// Keeps sealed texts and analyses. Keeping happens in the caller's transaction.
public interface Results {

    /// Seals and keeps the text.
    void keep(KeptText text);

    /// The text, when it was kept.
    ///
    /// @throws io.readingroom.document.RefusedException when the document was erased
    Optional<KeptText> text(DocumentId document);

    /// Seals and keeps the analysis.
    void keep(Analysis analysis);

    /// The analysis, when it was kept.
    ///
    /// @throws io.readingroom.document.RefusedException when the document was erased
    Optional<Analysis> analysis(DocumentId document);
}
