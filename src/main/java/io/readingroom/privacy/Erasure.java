package io.readingroom.privacy;

import io.readingroom.access.CallerIdentity;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Erases documents: destroys the key, has every room let go of what it keeps, and records it, all or
/// nothing.
@ApplicationScoped
class Erasure {

    private final DocumentKeyRows rows;
    private final AuditLog audit;
    private final Event<DocumentErased> erased;
    private final CallerIdentity callers;
    private final Clock clock;

    Erasure(DocumentKeyRows rows, AuditLog audit, Event<DocumentErased> erased, CallerIdentity callers, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.erased = erased;
        this.callers = callers;
        this.clock = clock;
    }

    /// Erases the document of the caller's tenant. What is erased stays so: doing it again does nothing.
    ///
    /// @throws RefusedException with [PrivacyRefusal#UNKNOWN] when the tenant has no such document
    @Transactional
    void erase(DocumentId document) {
        String tenant = callers.current().tenant();
        DocumentKeyRow row = rows.lock(document.value())
                .filter(found -> tenant.equals(found.tenant))
                .orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
        if (row.destroyed()) {
            return;
        }
        row.destroy(clock.instant());
        erased.fire(new DocumentErased(document));
        audit.record(new AuditEvent.DocumentErased(document));
    }
}
