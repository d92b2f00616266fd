package io.readingroom.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.access.CallerIdentity;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.ContentDigest;
import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import io.readingroom.document.ProfileNames;
import io.readingroom.document.RefusedException;
import io.readingroom.intake.type.DocumentType;
import io.readingroom.intake.type.TypeDetection;
import io.readingroom.privacy.DocumentKeys;
import io.readingroom.privacy.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a document in: looks at its size and type, seals it, and hands it over, in one transaction.
@ApplicationScoped
class Intake {

    private final IntakeSettings settings;
    private final ProfileNames profiles;
    private final Backlog backlog;
    private final RequestKeys requestKeys;
    private final SubmissionRows submissions;
    private final SegmentRows segments;
    private final DocumentKeys keys;
    private final Retention retention;
    private final AuditLog audit;
    private final Event<Submission> received;
    private final CallerIdentity callers;
    private final Clock clock;

    Intake(
            IntakeSettings settings,
            ProfileNames profiles,
            Backlog backlog,
            RequestKeys requestKeys,
            SubmissionRows submissions,
            SegmentRows segments,
            DocumentKeys keys,
            Retention retention,
            AuditLog audit,
            Event<Submission> received,
            CallerIdentity callers,
            Clock clock) {
        this.settings = settings;
        this.profiles = profiles;
        this.backlog = backlog;
        this.requestKeys = requestKeys;
        this.submissions = submissions;
        this.segments = segments;
        this.keys = keys;
        this.retention = retention;
        this.audit = audit;
        this.received = received;
        this.callers = callers;
        this.clock = clock;
    }

    /// What an upload led to.
    ///
    /// @param repeated whether it was taken in before, under the same Idempotency-Key
    record Receipt(Submission submission, boolean repeated) {}

    /// Takes the upload in. When it fails at any point, nothing of it is kept.
    ///
    /// @throws RefusedException when it is declined
    Receipt receive(Upload upload) throws IOException {
        long bytes = Files.size(upload.file());
        if (bytes == 0) {
            throw new RefusedException(IntakeRefusal.EMPTY);
        }
        if (bytes > settings.maxSize().asLongValue()) {
            throw new RefusedException(IntakeRefusal.TOO_LARGE);
        }
        DocumentType type = TypeDetection.detect(upload.file(), upload.name());
        ContentDigest digest = digest(upload.file());
        Submission submission = new Submission(
                DocumentId.random(),
                callers.current().tenant(),
                type.mediaType(),
                bytes,
                upload.language(),
                upload.profile(),
                upload.sourceId(),
                // As the column keeps it, so that what is answered now is what is answered later.
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        @Nullable RequestKey request = requestKeys.of(upload, digest, submission);
        return QuarkusTransaction.requiringNew().call(() -> receive(submission, digest, request, upload));
    }

    private Receipt receive(Submission submission, ContentDigest digest, @Nullable RequestKey request, Upload upload)
            throws IOException {
        Optional<Submission> earlier = requestKeys.earlier(submission.tenant(), request);
        if (earlier.isPresent()) {
            return new Receipt(earlier.get(), true);
        }
        // Not earlier: what was taken in once is answered again, even when its profile is gone.
        if (!profiles.names().contains(submission.profile())) {
            throw new RefusedException(new ProfileUnknown(profiles.names()));
        }
        if (backlog.documents() >= settings.backlog()) {
            throw new RefusedException(IntakeRefusal.BACKLOG_FULL);
        }
        retention.keep(submission.id(), submission.tenant(), submission.receivedAt(), upload.keptFor());
        keys.create(submission.id());
        submissions.persist(SubmissionRow.of(submission, ownDigest(submission.id(), digest), request));
        seal(submission.id(), upload.file());
        audit.record(new AuditEvent.DocumentReceived(submission.id(), submission.bytes(), submission.mediaType()));
        received.fire(submission);
        return new Receipt(submission, false);
    }

    /// What is kept of a digest: it goes dark with the document's key.
    private KeyedDigest ownDigest(DocumentId document, ContentDigest digest) {
        return keys.digest(document, KeptSubmissions.PURPOSE, HexFormat.of().parseHex(digest.hex()));
    }

    private void seal(DocumentId document, Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                OutputStream sealing = keys.sealing(document, KeptSubmissions.PURPOSE, segments.writing(document))) {
            plain.transferTo(sealing);
        }
    }

    private static ContentDigest digest(Path file) throws IOException {
        MessageDigest digest = ContentDigest.algorithm();
        try (OutputStream digesting = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, digesting);
        }
        return ContentDigest.of(digest);
    }
}
