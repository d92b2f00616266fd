package io.readingroom.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.document.DocumentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The keys by document.
@ApplicationScoped
class DocumentKeyRows implements KeyDestruction, PanacheRepositoryBase<DocumentKeyRow, UUID> {

    @Override
    @Transactional
    public Optional<HeldKey> find(DocumentId document) {
        return findByIdOptional(document.value()).map(DocumentKeyRow::held);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<HeldKey> lock(DocumentId document) {
        return findByIdOptional(document.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(DocumentKeyRow::held);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void destroy(DocumentId document, Instant now) {
        findById(document.value()).destroy(now);
    }
}
