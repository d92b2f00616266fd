package io.readingroom.result;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/// The row of something kept.
@Entity
@Table(name = "kept_result")
class SealedResult {

    /// What is kept of which document.
    @Embeddable
    record Key(
            @Column(name = "document") UUID document,
            @Column(name = "purpose") String purpose) {}

    @EmbeddedId
    private Key key;

    @Column(name = "sealed", nullable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway.Init")
    SealedResult() {}

    SealedResult(Key key, byte[] sealed) {
        this.key = key;
        this.sealed = sealed;
    }

    Key key() {
        return key;
    }

    byte[] sealed() {
        return sealed;
    }
}
