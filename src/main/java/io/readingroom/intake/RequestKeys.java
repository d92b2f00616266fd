package io.readingroom.intake;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.KeyedDigests;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.privacy.retention.KeptFor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recognises a request that is sent again (IETF draft *The Idempotency-Key HTTP Header Field*). A key is
/// good for one request of a tenant, for ever: also after the document is erased, so that a late repetition
/// does not bring it back.
@ApplicationScoped
class RequestKeys {

    private final KeyedDigests digests;
    private final SubmissionRows submissions;

    RequestKeys(KeyedDigests digests, SubmissionRows submissions) {
        this.digests = digests;
        this.submissions = submissions;
    }

    @Nullable
    RequestKey of(Upload upload, ContentDigest digest, Submission submission) {
        if (upload.requestKey() == null) {
            return null;
        }
        return new RequestKey(
                digests.of("request-key", bytes(submission.tenant()), bytes(upload.requestKey())),
                digests.of("request-fingerprint", parts(upload, digest, submission)));
    }

    private static byte[][] parts(Upload upload, ContentDigest digest, Submission submission) {
        List<byte[]> parts = new ArrayList<>(List.of(
                bytes(digest.toString()),
                bytes(submission.mediaType()),
                bytes(submission.language()),
                bytes(submission.profile()),
                bytes(submission.sourceId())));
        KeptFor keptFor = upload.keptFor();
        if (!keptFor.isSilent()) {
            parts.addAll(List.of(bytes(keptFor.retention()), bytes(keptFor.subject()), bytes(keptFor.matter())));
        }
        return parts.toArray(byte[][]::new);
    }

    /// What was taken in under the same key, in the caller's transaction, which then owns the key.
    ///
    /// @throws RefusedException when the key came with something else, or the document was erased meanwhile
    Optional<Submission> earlier(String tenant, @Nullable RequestKey request) {
        if (request == null) {
            return Optional.empty();
        }
        Optional<SubmissionRow> row = submissions.lockRequestKey(tenant, request.key());
        row.ifPresent(found -> requireSame(found, request));
        return row.map(SubmissionRow::submission);
    }

    private static void requireSame(SubmissionRow earlier, RequestKey request) {
        if (earlier.erased()) {
            throw new RefusedException(PrivacyRefusal.ERASED);
        }
        if (!MessageDigest.isEqual(earlier.requestFingerprint, request.fingerprint())) {
            throw new RefusedException(IntakeRefusal.IDEMPOTENCY_KEY_REUSED);
        }
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
