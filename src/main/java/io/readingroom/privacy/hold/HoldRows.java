package io.readingroom.privacy.hold;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.document.DocumentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps holds as rows. Setting a hold and erasing wait for each other by a lock of the database for
/// each tenant, which erasures share: whoever was told that a hold is set can rely on it.
@ApplicationScoped
class HoldRows implements LegalHolds, PanacheRepositoryBase<HoldRow, UUID> {

    /// Of the locks by two numbers, those whose first is this are ours.
    static final int LOCKS = 0x686f6c64;

    private static final String KEPT = """
            select count(*) from legal_hold hold left join retention kept on kept.document = ?1
            where hold.tenant = ?2 and hold.released_at is null
                and (hold.document = ?1
                    or (hold.kind = 'subject' and hold.reference = kept.subject)
                    or (hold.kind = 'matter' and hold.reference = kept.matter))""";

    private static final String ALL_KEPT = """
            select hold.document from legal_hold hold
            where hold.tenant = ?2 and hold.released_at is null and hold.document in (?1)
            union
            select kept.document from retention kept join legal_hold hold on hold.tenant = ?2
                and hold.released_at is null
                and ((hold.kind = 'subject' and hold.reference = kept.subject)
                    or (hold.kind = 'matter' and hold.reference = kept.matter))
            where kept.document in (?1)""";

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean keep(DocumentId document, String tenant) {
        lock("pg_advisory_xact_lock_shared", tenant);
        return holds(document, tenant);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Set<DocumentId> keep(Set<DocumentId> documents, String tenant) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        lock("pg_advisory_xact_lock_shared", tenant);
        Set<DocumentId> kept = new HashSet<>();
        for (Object document : getEntityManager()
                .createNativeQuery(ALL_KEPT)
                .setParameter(1, documents.stream().map(DocumentId::value).toList())
                .setParameter(2, tenant)
                .getResultList()) {
            kept.add(new DocumentId((UUID) document));
        }
        return kept;
    }

    @Override
    @Transactional
    public boolean holds(DocumentId document, String tenant) {
        Number count = (Number) getEntityManager()
                .createNativeQuery(KEPT)
                .setParameter(1, document.value())
                .setParameter(2, tenant)
                .getSingleResult();
        return count.longValue() > 0;
    }

    /// Keeps erasures in the tenant waiting until the caller's transaction ends, after those under way
    /// have ended.
    void stopErasures(String tenant) {
        lock("pg_advisory_xact_lock", tenant);
    }

    Optional<HoldRow> locked(UUID hold, String tenant) {
        return findByIdOptional(hold, LockModeType.PESSIMISTIC_WRITE).filter(row -> tenant.equals(row.tenant));
    }

    /// Holds in the order in which they were set.
    List<HoldRow> inForce(String tenant, @Nullable HoldRow after, int limit) {
        return find(
                        "tenant = ?1 and releasedAt is null and (setAt > ?2 or (setAt = ?2 and id > ?3))"
                                + " order by setAt, id",
                        tenant,
                        after == null ? Instant.EPOCH : after.setAt,
                        after == null ? new UUID(0, 0) : after.id)
                .page(0, limit)
                .list();
    }

    private void lock(String function, String tenant) {
        getEntityManager()
                .createNativeQuery("select 1 from (select " + function + "(?1, hashtext(?2))) as locked")
                .setParameter(1, LOCKS)
                .setParameter(2, tenant)
                .getSingleResult();
    }
}
