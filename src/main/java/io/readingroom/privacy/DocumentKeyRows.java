package io.readingroom.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/// The keys by document.
@ApplicationScoped
class DocumentKeyRows implements PanacheRepositoryBase<DocumentKeyRow, UUID> {

    /// The row, locked until the transaction ends.
    Optional<DocumentKeyRow> lock(UUID document) {
        return findByIdOptional(document, LockModeType.PESSIMISTIC_WRITE);
    }
}
