package io.readingroom.privacy.erasure;

import io.readingroom.access.CallerIdentity;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.HeldKey;
import io.readingroom.privacy.KeyDestruction;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.privacy.SignedJson;
import io.readingroom.privacy.hold.LegalHolds;
import io.readingroom.privacy.retention.Reference;
import io.readingroom.privacy.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers callers about the erasure of their own tenant's documents.
@ApplicationScoped
class ErasureDesk {

    private final Erasure erasure;
    private final ErasureRows rows;
    private final KeyDestruction keys;
    private final Retention retention;
    private final LegalHolds holds;
    private final SignedJson signatures;
    private final CallerIdentity callers;
    private final BackupSettings settings;

    ErasureDesk(
            Erasure erasure,
            ErasureRows rows,
            KeyDestruction keys,
            Retention retention,
            LegalHolds holds,
            SignedJson signatures,
            CallerIdentity callers,
            BackupSettings settings) {
        this.erasure = erasure;
        this.rows = rows;
        this.keys = keys;
        this.retention = retention;
        this.holds = holds;
        this.signatures = signatures;
        this.callers = callers;
        this.settings = settings;
    }

    /// @throws RefusedException when the tenant has no such document, or a hold keeps it
    void erase(DocumentId document) {
        if (erasure.erase(document, tenant(), Cause.REQUEST) == Erasure.Outcome.HELD) {
            throw new RefusedException(ErasureRefusal.LEGAL_HOLD);
        }
    }

    /// Erases all documents about a person or a case, but those that a hold keeps.
    ReferenceErasure.Outcome erase(@Nullable String subject, @Nullable String matter) {
        String tenant = tenant();
        Reference reference = retention.reference(tenant, subject, matter);
        Cause cause = switch (reference.kind()) {
            case SUBJECT -> Cause.SUBJECT;
            case MATTER -> Cause.MATTER;
        };
        List<String> erased = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (DocumentId document : retention.documents(tenant, reference)) {
            switch (erasure.erase(document, tenant, cause)) {
                case ERASED -> erased.add(document.toString());
                case HELD -> held.add(document.toString());
                case ERASED_BEFORE -> {}
            }
        }
        return new ReferenceErasure.Outcome(cause.word(), erased.size(), erased, held.size(), held);
    }

    /// @throws RefusedException when there is no such document, or it is not erased
    @Transactional
    SignedReceipt receipt(DocumentId document) {
        HeldKey key = key(document);
        ErasureRow row = Optional.ofNullable(rows.findById(document.value()))
                .orElseThrow(() -> new RefusedException(ErasureRefusal.NOT_ERASED));
        Receipt receipt = Receipt.of(row, key.destroyedAt() != null, settings.backupRetention());
        return new SignedReceipt(receipt, signatures.sign("erasure-receipt", receipt), signatures.key());
    }

    /// @throws RefusedException when there is no such document, or it is erased
    @Transactional
    KeepingView keeping(DocumentId document) {
        HeldKey key = key(document);
        if (key.destroyedAt() != null) {
            throw new RefusedException(PrivacyRefusal.ERASED);
        }
        Optional<Retention.Kept> kept = retention.of(document);
        return new KeepingView(
                document.toString(),
                kept.map(Retention.Kept::retentionClass).orElse(null),
                kept.map(Retention.Kept::dueAt).orElse(null),
                holds.holds(document, key.tenant()));
    }

    private HeldKey key(DocumentId document) {
        return keys.find(document)
                .filter(found -> tenant().equals(found.tenant()))
                .orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
    }

    private String tenant() {
        return callers.current().tenant();
    }
}
