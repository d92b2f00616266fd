package io.readingroom.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The key pair of one kind of signature, its private half wrapped.
@Entity
@Table(name = "signing_key")
class SigningKeyRow {

    @Id
    @Nullable
    String purpose;

    @Column(name = "kek_id")
    @Nullable
    String kekId;

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    @Column(name = "public_key")
    byte @Nullable [] publicKey;

    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
}
