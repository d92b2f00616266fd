package io.readingroom.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The wrapped key of one kind of keyed digest.
@Entity
@Table(name = "digest_key")
class DigestKeyRow {

    @Id
    @Nullable
    String purpose;

    @Column(name = "kek_id")
    @Nullable
    String kekId;

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
}
