package io.readingroom.privacy;

import io.readingroom.document.DocumentId;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.crypto.Place;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.WrappedKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
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

    static DocumentKeyRow of(DocumentId document, String tenant, WrappedKey wrapped, Instant createdAt) {
        DocumentKeyRow row = new DocumentKeyRow();
        row.document = document.value();
        row.tenant = tenant;
        row.kekId = wrapped.kekId();
        row.wrappedKey = wrapped.bytes();
        row.createdAt = createdAt;
        return row;
    }

    HeldKey held() {
        return new HeldKey(
                new DocumentId(Objects.requireNonNull(document)),
                Objects.requireNonNull(tenant),
                Objects.requireNonNull(kekId),
                Objects.requireNonNull(createdAt),
                destroyedAt);
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
        return kek.unwrap(
                new WrappedKey(Objects.requireNonNull(kekId), wrappedKey),
                Place.of(String.valueOf(document), Place.DATA_KEY));
    }
}
