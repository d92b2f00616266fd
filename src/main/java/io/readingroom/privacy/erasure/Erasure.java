package io.readingroom.privacy.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.DocumentErased;
import io.readingroom.privacy.HeldKey;
import io.readingroom.privacy.KeyDestruction;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.privacy.hold.LegalHolds;
import io.readingroom.privacy.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Erases documents: destroys the key, has every room let go of what it keeps, and records it, all or
/// nothing, and each document in a transaction of its own.
@ApplicationScoped
class Erasure {

    private final KeyDestruction keys;
    private final LegalHolds holds;
    private final Retention retention;
    private final ErasureRows rows;
    private final AuditLog audit;
    private final Event<DocumentErased> erased;
    private final Clock clock;

    Erasure(
            KeyDestruction keys,
            LegalHolds holds,
            Retention retention,
            ErasureRows rows,
            AuditLog audit,
            Event<DocumentErased> erased,
            Clock clock) {
        this.keys = keys;
        this.holds = holds;
        this.retention = retention;
        this.rows = rows;
        this.audit = audit;
        this.erased = erased;
        this.clock = clock;
    }

    /// How it went.
    enum Outcome {
        ERASED,
        /// It had been erased before; what is erased stays so.
        ERASED_BEFORE,
        /// A hold keeps it. That it was tried is in the register.
        HELD
    }

    /// Erases a document of a tenant, under the name of the current caller.
    ///
    /// @throws RefusedException with [PrivacyRefusal#UNKNOWN] when the tenant has no such document
    Outcome erase(DocumentId document, String tenant, Cause cause) {
        Outcome outcome = QuarkusTransaction.requiringNew().call(() -> attempt(document, tenant, cause));
        if (outcome == Outcome.HELD) {
            audit.record(new AuditEvent.ErasureRefused(document, ErasureRefusal.LEGAL_HOLD.code(), cause.word()));
        }
        return outcome;
    }

    private Outcome attempt(DocumentId document, String tenant, Cause cause) {
        // Before the key is locked, as whoever sets a hold does: else the two could wait for each other.
        boolean held = holds.keep(document, tenant);
        HeldKey key = keys.lock(document)
                .filter(found -> tenant.equals(found.tenant()))
                .orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
        if (key.destroyedAt() != null) {
            retention.forget(document);
            return Outcome.ERASED_BEFORE;
        }
        if (held) {
            return Outcome.HELD;
        }
        destroy(key, cause);
        return Outcome.ERASED;
    }

    private void destroy(HeldKey key, Cause cause) {
        DocumentId document = key.document();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        keys.destroy(document, now);
        DocumentErased happening = new DocumentErased(document);
        happening.released("privacy.key", 1);
        erased.fire(happening);
        ErasureRow row = new ErasureRow();
        row.retentionClass =
                retention.of(document).map(Retention.Kept::retentionClass).orElse(null);
        happening.released("privacy.references", retention.forget(document));
        row.document = document.value();
        row.tenant = key.tenant();
        row.cause = cause.word();
        row.erasedAt = now;
        row.kekId = key.kekId();
        row.released = happening.released();
        rows.persist(row);
        audit.record(new AuditEvent.DocumentErased(document, cause.word()));
    }
}
