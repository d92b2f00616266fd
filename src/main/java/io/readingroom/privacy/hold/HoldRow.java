package io.readingroom.privacy.hold;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hold as it is kept.
@Entity
@Table(name = "legal_hold")
class HoldRow {

    @Id
    @Nullable
    UUID id;

    @Nullable
    String tenant;

    @Nullable
    String reason;

    @Nullable
    String kind;

    @Nullable
    UUID document;

    byte @Nullable [] reference;

    @Column(name = "set_by")
    @Nullable
    String setBy;

    @Column(name = "set_at")
    @Nullable
    Instant setAt;

    @Column(name = "released_by")
    @Nullable
    String releasedBy;

    @Column(name = "released_at")
    @Nullable
    Instant releasedAt;
}
