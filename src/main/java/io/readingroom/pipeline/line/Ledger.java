package io.readingroom.pipeline.line;

import io.readingroom.document.DocumentId;
import java.time.Instant;
import java.util.Optional;

/// What is known of the lines and of those who stand in them.
interface Ledger {

    /// The virtual time: the lowest turn of all documents that are not finished, else up to where the
    /// furthest line has paid. It never goes back.
    long time();

    /// Up to where a line has paid, 0 for a new one; it is the caller's alone until the transaction
    /// ends.
    long lock(Line line);

    /// Notes up to where a line has paid.
    void pay(Line line, long paid);

    /// Lets go of some lines that are as good as new ones. The furthest is kept, because the time goes
    /// on from there.
    void prune();

    /// Notes in whose lines a document stands.
    void own(DocumentId document, String owner);

    /// In whose lines a document stands; empty when a version took it in that did not note it.
    Optional<String> owner(DocumentId document);

    /// Where a document stands; empty when it has no task, or one that stands in no line.
    Optional<Place> place(DocumentId document);

    /// Puts a document there.
    void put(DocumentId document, Place place);

    /// Whether a document that could be read now has an earlier turn.
    boolean waitingBefore(long turn, Instant now);
}
