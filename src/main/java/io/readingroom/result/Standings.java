package io.readingroom.result;

import io.readingroom.document.DocumentId;
import java.util.Optional;

/// Tells where documents stand. The room that follows their journey answers; this one only asks.
public interface Standings {

    /// Where this document stands, of any tenant; empty when it was never received.
    Optional<Standing> find(DocumentId document);
}
