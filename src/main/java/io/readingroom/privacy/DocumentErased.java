package io.readingroom.privacy;

import io.readingroom.document.DocumentId;
import java.util.SortedMap;
import java.util.TreeMap;

/// Fired within the transaction that destroys a document's key, so that every room lets go of what it keeps, and says
/// how much that was.
public final class DocumentErased {

    private final DocumentId document;
    private final SortedMap<String, Long> released = new TreeMap<>();

    /// @param document that is erased
    public DocumentErased(DocumentId document) {
        this.document = document;
    }

    /// The document that is erased.
    public DocumentId document() {
        return document;
    }

    /// Says that something was let go of.
    ///
    /// @param what the room and the kind of thing, such as `result.sealed`; a stable word of the receipt
    /// @param count how many rows or values that were
    public void released(String what, long count) {
        released.merge(what, count, Long::sum);
    }

    /// What the rooms let go of.
    public SortedMap<String, Long> released() {
        return new TreeMap<>(released);
    }
}
