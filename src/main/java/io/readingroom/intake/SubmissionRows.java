package io.readingroom.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/// The submissions by identity.
@ApplicationScoped
class SubmissionRows implements PanacheRepositoryBase<SubmissionRow, UUID> {

    /// The submission that came with this key. Others who ask for the same key wait until the transaction ends, so
    /// that of two simultaneous requests one is the first.
    Optional<SubmissionRow> lockRequestKey(String tenant, byte[] key) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as locked")
                .setParameter(1, ByteBuffer.wrap(key).getLong())
                .getSingleResult();
        return find("tenant = ?1 and requestKey = ?2", tenant, key).firstResultOptional();
    }
}
