package io.readingroom.privacy.hold;

import io.readingroom.access.Caller;
import io.readingroom.access.CallerIdentity;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.audit.Pseudonyms;
import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.HeldKey;
import io.readingroom.privacy.KeyDestruction;
import io.readingroom.privacy.PrivacyRefusal;
import io.readingroom.privacy.retention.Reference;
import io.readingroom.privacy.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets and releases holds, each by another person, and records both.
@ApplicationScoped
class HoldDesk {

    private final HoldRows rows;
    private final HoldSettings settings;
    private final KeyDestruction keys;
    private final Retention retention;
    private final AuditLog audit;
    private final Pseudonyms pseudonyms;
    private final CallerIdentity callers;
    private final Clock clock;

    HoldDesk(
            HoldRows rows,
            HoldSettings settings,
            KeyDestruction keys,
            Retention retention,
            AuditLog audit,
            Pseudonyms pseudonyms,
            CallerIdentity callers,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.keys = keys;
        this.retention = retention;
        this.audit = audit;
        this.pseudonyms = pseudonyms;
        this.callers = callers;
        this.clock = clock;
    }

    /// What a caller wants held.
    ///
    /// @throws RefusedException when it is not exactly one thing
    HoldTarget target(HoldRequest request) {
        if (request.document() == null) {
            return new HoldTarget.OfReference(
                    retention.reference(callers.current().tenant(), request.subject(), request.matter()));
        }
        if (request.subject() != null || request.matter() != null) {
            throw new RefusedException(HoldRefusal.INVALID);
        }
        return new HoldTarget.OfDocument(
                DocumentId.parse(request.document()).orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN)));
    }

    /// Sets a hold. When this has returned, no erasure of what it keeps is under way or will begin.
    ///
    /// @throws RefusedException when the document is unknown or erased, or the reason is none of the configured
    @Transactional
    HoldRow set(HoldTarget target, @Nullable String reason) {
        if (reason == null || !settings.reasons().contains(reason)) {
            throw new RefusedException(HoldRefusal.INVALID);
        }
        String tenant = callers.current().tenant();
        rows.stopErasures(tenant);
        @Nullable DocumentId one = target.one();
        if (one != null) {
            requireHeld(one, tenant);
        }
        HoldRow row = new HoldRow();
        row.id = UUID.randomUUID();
        row.tenant = tenant;
        row.reason = reason;
        row.kind = target.kind();
        row.document = one == null ? null : one.value();
        row.reference = target instanceof HoldTarget.OfReference(Reference reference) ? reference.digest() : null;
        row.setBy = actor();
        row.setAt = now();
        rows.persist(row);
        audit.record(new AuditEvent.HoldSet(String.valueOf(row.id), target.kind(), one, reason));
        return row;
    }

    /// Releases a hold; releasing it again changes nothing.
    ///
    /// @throws RefusedException when there is none, or the caller is the one who set it
    @Transactional
    HoldRow release(UUID hold) {
        HoldRow row = rows.locked(hold, callers.current().tenant()).orElseThrow(HoldDesk::unknown);
        if (row.releasedAt != null) {
            return row;
        }
        String actor = actor();
        if (actor.equals(row.setBy)) {
            throw new RefusedException(HoldRefusal.SECOND_PERSON_NEEDED);
        }
        row.releasedBy = actor;
        row.releasedAt = now();
        audit.record(new AuditEvent.HoldReleased(
                hold.toString(), Objects.requireNonNull(row.kind), document(row), Objects.requireNonNull(row.reason)));
        return row;
    }

    /// Holds in force, in the order in which they were set.
    ///
    /// @param after the last one of the page before, null for the first page
    @Transactional
    List<HoldRow> inForce(@Nullable UUID after, int limit) {
        String tenant = callers.current().tenant();
        @Nullable
        HoldRow last = after == null ? null : rows.locked(after, tenant).orElseThrow(HoldDesk::unknown);
        return rows.inForce(tenant, last, limit);
    }

    private void requireHeld(DocumentId document, String tenant) {
        HeldKey key = keys.lock(document)
                .filter(found -> tenant.equals(found.tenant()))
                .orElseThrow(() -> new RefusedException(PrivacyRefusal.UNKNOWN));
        if (key.destroyedAt() != null) {
            throw new RefusedException(PrivacyRefusal.ERASED);
        }
    }

    private String actor() {
        Caller caller = callers.current();
        return pseudonyms.of(caller.tenant(), caller.actor());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable DocumentId document(HoldRow row) {
        return row.document == null ? null : new DocumentId(row.document);
    }

    private static RefusedException unknown() {
        return new RefusedException(HoldRefusal.UNKNOWN);
    }
}
