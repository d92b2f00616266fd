package io.readingroom.privacy;

import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wrapped key of a document, or the mark of its destruction.
@Entity
@Table(name = "document_key")
class DocumentKeyRow {

    @Id
    @Nullable
    UUID document;

    @Nullable
    String tenant;

    @Column(name = "kek_id")
    @Nullable
    String kekId;

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    @Column(name = "destroyed_at")
    @Nullable
    Instant destroyedAt;

    static DocumentKeyRow of(DocumentId document, String tenant, String kekId, byte[] wrappedKey, Instant createdAt) {
        DocumentKeyRow row = new DocumentKeyRow();
        row.document = document.value();
        row.tenant = tenant;
        row.kekId = kekId;
        row.wrappedKey = wrappedKey;
        row.createdAt = createdAt;
        return row;
    }

    boolean destroyed() {
        return destroyedAt != null;
    }

    /// Takes the wrapped key out of the row. The database's log and backups still hold it until they are rotated;
    /// there it stays wrapped.
    void destroy(Instant now) {
        wrappedKey = null;
        destroyedAt = now;
    }

    byte[] unwrap(KeyEncryptionKey kek) {
        if (wrappedKey == null) {
            throw new RefusedException(PrivacyRefusal.ERASED);
        }
        return kek.unwrap(kekId, wrappedKey, StreamKey.context(String.valueOf(document), "data-key"));
    }
}
