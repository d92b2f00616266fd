package io.readingroom.privacy.hold;

import io.readingroom.document.DocumentId;
import io.readingroom.privacy.retention.Reference;
import org.jspecify.annotations.Nullable;

/// What a hold keeps.
sealed interface HoldTarget {

    /// One document.
    record OfDocument(DocumentId document) implements HoldTarget {}

    /// All documents about a person or a case, those that are still to come among them.
    record OfReference(Reference reference) implements HoldTarget {}

    /// The stable word for its kind.
    default String kind() {
        return switch (this) {
            case OfDocument one -> "document";
            case OfReference many -> many.reference().kind().word();
        };
    }

    /// The document, when it is one.
    @Nullable
    default DocumentId one() {
        return this instanceof OfDocument target ? target.document() : null;
    }
}
