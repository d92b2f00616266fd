package io.readingroom.admission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A glass that was broken: who may read content, why, and until when.
@Entity
@Table(name = "break_glass_grant")
class GrantRow {

    @Id
    UUID id = UUID.randomUUID();

    String tenant = "";

    /// The pseudonym of the one who opened it.
    String actor = "";

    String reason = "";

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    static GrantRow of(String tenant, String actor, String reason, Instant now, Duration time) {
        GrantRow row = new GrantRow();
        row.tenant = tenant;
        row.actor = actor;
        row.reason = reason;
        row.openedAt = now;
        row.expiresAt = now.plus(time);
        return row;
    }

    Grant grant() {
        return new Grant(id, reason, openedAt, expiresAt);
    }
}
