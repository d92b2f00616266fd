package io.readingroom.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.document.DocumentId;
import io.readingroom.privacy.DocumentErased;
import io.readingroom.privacy.DocumentKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;

/// The submissions that are kept.
@ApplicationScoped
class KeptSubmissions implements Submissions {

    /// What the bytes are sealed as.
    static final String PURPOSE = "submission";

    private final SubmissionRows submissions;
    private final SegmentRows segments;
    private final DocumentKeys keys;
    private final Clock clock;

    KeptSubmissions(SubmissionRows submissions, SegmentRows segments, DocumentKeys keys, Clock clock) {
        this.submissions = submissions;
        this.segments = segments;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Submission> find(DocumentId document) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> submissions.findByIdOptional(document.value()).map(SubmissionRow::submission));
    }

    @Override
    public InputStream open(DocumentId document) {
        return keys.opening(document, PURPOSE, segments.reading(document));
    }

    /// Lets go of an erased document's bytes.
    void release(@Observes DocumentErased erased) {
        erased.released("intake.segments", segments.erase(erased.document()));
        submissions.findByIdOptional(erased.document().value()).ifPresent(row -> {
            row.erase(clock.instant());
            erased.released("intake.digest", 1);
        });
    }
}
