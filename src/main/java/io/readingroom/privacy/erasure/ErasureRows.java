package io.readingroom.privacy.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.readingroom.access.DatabaseRole;
import io.readingroom.document.DocumentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Erasures by document, and the documents that are due.
@ApplicationScoped
class ErasureRows implements PanacheRepositoryBase<ErasureRow, UUID> {

    /// Without those that a hold keeps: they would be tried again and again.
    private static final String DUE = """
            from retention kept where kept.due_at <= ?1 and not exists (
                select from legal_hold hold
                where hold.tenant = kept.tenant and hold.released_at is null
                    and (hold.document = kept.document
                        or (hold.kind = 'subject' and hold.reference = kept.subject)
                        or (hold.kind = 'matter' and hold.reference = kept.matter)))""";

    /// A document that is due, and whose it is.
    record Due(DocumentId document, String tenant) {}

    /// Documents that are due and that no hold keeps, those that have been due for longest first.
    List<Due> due(Instant now, int limit) {
        return DatabaseRole.HOUSEKEEPING.call(() -> dueAmongAll(now, limit));
    }

    private List<Due> dueAmongAll(Instant now, int limit) {
        List<Due> due = new ArrayList<>();
        for (Object row : getEntityManager()
                .createNativeQuery("select kept.document, kept.tenant " + DUE + " order by kept.due_at, kept.document")
                .setParameter(1, now)
                .setMaxResults(limit)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            due.add(new Due(new DocumentId((UUID) columns[0]), (String) columns[1]));
        }
        return due;
    }

    /// How many documents are due and kept by no hold.
    long countDue(Instant now) {
        Number count = DatabaseRole.HOUSEKEEPING.call(() -> (Number) getEntityManager()
                .createNativeQuery("select count(*) " + DUE)
                .setParameter(1, now)
                .getSingleResult());
        return count.longValue();
    }
}
