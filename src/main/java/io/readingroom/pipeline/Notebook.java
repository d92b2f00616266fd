package io.readingroom.pipeline;

import io.readingroom.analysis.Analysis;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.Refusal;
import io.readingroom.document.Span;
import io.readingroom.journey.Progress;
import io.readingroom.reading.Origin;
import io.readingroom.reading.Reading;
import io.readingroom.result.KeptText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What is written down on the way, so that another walk can go on where this one ended. Each note is one transaction
/// with its event in the register; it throws [io.readingroom.journey.JourneyEndedException] when the document was
/// cancelled or erased in the meantime.
interface Notebook {

    /// Notes that extraction begins.
    void extracting(DocumentId document);

    /// The text, when it was extracted before.
    Optional<KeptText> text(DocumentId document);

    /// Keeps the text.
    void keep(KeptText text);

    /// The readings kept for this document that were made in the same way.
    ///
    /// @param origin digest of everything that a reading depends on beside the chunk
    Map<Span, Reading> readings(DocumentId document, ContentDigest origin);

    /// Notes how many chunks there are to read.
    void planned(DocumentId document, Progress progress);

    /// Notes that a chunk is given to the reader.
    void reading(DocumentId document, Span chunk, Origin by);

    /// Notes that a chunk could not be read.
    void unread(DocumentId document, Span chunk, Origin by, String reason);

    /// Notes that the readings are brought together.
    void analysing(DocumentId document, Origin by);

    /// Keeps a reading.
    void keep(DocumentId document, ReadChunk chunk);

    /// Keeps the analysis, which ends the journey.
    void complete(Analysis analysis);

    /// Notes that the document cannot be read, which ends the journey.
    void fail(DocumentId document, Refusal refusal);

    /// Notes that the model is not to be had now.
    ///
    /// @return how long to wait; empty when the document has waited often enough and has failed with `refusal`
    Optional<Duration> postpone(DocumentId document, Refusal refusal);

    /// A chunk that was read.
    ///
    /// @param reading what it says
    /// @param by who read it
    /// @param origin digest of everything that the reading depends on beside the chunk
    /// @param progress after it
    /// @param took from asking to having the reading
    record ReadChunk(Reading reading, Origin by, ContentDigest origin, Progress progress, Duration took) {}
}
