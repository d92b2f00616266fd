package io.readingroom.admission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The broken glasses of all replicas.
@ApplicationScoped
class GrantRows implements PanacheRepositoryBase<GrantRow, UUID> {

    private static final String OPEN_TO = "tenant = ?1 and actor = ?2 and endedAt is null";

    /// One that is open to somebody for a reason.
    Optional<GrantRow> open(String tenant, String actor, String reason, Instant now) {
        return find(OPEN_TO + " and reason = ?3 and expiresAt > ?4", tenant, actor, reason, now)
                .firstResultOptional();
    }

    /// All that somebody has not closed, locked until the transaction ends.
    List<GrantRow> lock(String tenant, String actor) {
        return find(OPEN_TO, tenant, actor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// All whose time is over, locked until the transaction ends: of several replicas that look, one finds them.
    List<GrantRow> lockExpired(Instant now) {
        return find("endedAt is null and expiresAt <= ?1", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
