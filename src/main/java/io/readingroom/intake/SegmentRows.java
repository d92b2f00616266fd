package io.readingroom.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.readingroom.document.DocumentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// The sealed bytes of the documents, in rows of at most 1 MiB.
@ApplicationScoped
class SegmentRows implements PanacheRepositoryBase<SegmentRow, SegmentRow.Place> {

    /// Takes the sealed bytes of a document, in the caller's transaction.
    OutputStream writing(DocumentId document) {
        return new SegmentOutput(
                (position, bytes) -> keep(SegmentRow.of(new SegmentRow.Place(document.value(), position), bytes)));
    }

    /// The sealed bytes of a document; each row is fetched when it is needed.
    InputStream reading(DocumentId document) {
        return new SegmentInput(position -> QuarkusTransaction.joiningExisting()
                .call(() -> bytes(new SegmentRow.Place(document.value(), position))));
    }

    /// Lets go of a document's rows.
    ///
    /// @return how many there were
    long erase(DocumentId document) {
        return delete("place.document", document.value());
    }

    private void keep(SegmentRow row) {
        persist(row);
        // Written and let go at once, or the whole document would gather in the persistence context.
        flush();
        getEntityManager().detach(row);
    }

    private Optional<byte[]> bytes(SegmentRow.Place place) {
        return getEntityManager()
                .createQuery("select s.bytes from SegmentRow s where s.place = :place", byte[].class)
                .setParameter("place", place)
                .getResultStream()
                .findFirst();
    }
}
