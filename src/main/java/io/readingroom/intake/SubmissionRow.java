package io.readingroom.intake;

import io.readingroom.document.DocumentId;
import io.readingroom.document.KeyedDigest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submission as it is kept.
@Entity
@Table(name = "submission")
class SubmissionRow {

    @Id
    @Nullable
    UUID id;

    @Nullable
    String tenant;

    /// Of the bytes, by the document's own key.
    byte @Nullable [] digest;

    @Column(name = "media_type")
    @Nullable
    String mediaType;

    long bytes;

    @Nullable
    String language;

    @Nullable
    String profile;

    @Column(name = "source_id")
    @Nullable
    String sourceId;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    @Column(name = "request_key")
    byte @Nullable [] requestKey;

    @Column(name = "request_fingerprint")
    byte @Nullable [] requestFingerprint;

    static SubmissionRow of(Submission submission, KeyedDigest digest, @Nullable RequestKey request) {
        SubmissionRow row = new SubmissionRow();
        row.id = submission.id().value();
        row.tenant = submission.tenant();
        row.digest = HexFormat.of().parseHex(digest.hex());
        row.mediaType = submission.mediaType();
        row.bytes = submission.bytes();
        row.language = submission.language();
        row.profile = submission.profile();
        row.sourceId = submission.sourceId();
        row.receivedAt = submission.receivedAt();
        if (request != null) {
            row.requestKey = request.key();
            row.requestFingerprint = request.fingerprint();
        }
        return row;
    }

    Submission submission() {
        return new Submission(
                new DocumentId(Objects.requireNonNull(id)),
                Objects.requireNonNull(tenant),
                Objects.requireNonNull(mediaType),
                bytes,
                language,
                Objects.requireNonNull(profile),
                sourceId,
                Objects.requireNonNull(receivedAt));
    }

    boolean erased() {
        return erasedAt != null;
    }

    /// Lets go of what could lead back to the content.
    void erase(Instant now) {
        digest = null;
        sourceId = null;
        // The key stays, so that a late repetition is recognised; what was sent under it is told by nothing.
        requestFingerprint = requestKey == null ? null : new byte[0];
        erasedAt = now;
    }
}
