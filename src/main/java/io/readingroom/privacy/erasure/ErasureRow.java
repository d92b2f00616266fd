package io.readingroom.privacy.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What an erasure did.
@Entity
@Table(name = "erasure")
class ErasureRow {

    @Id
    @Nullable
    UUID document;

    @Nullable
    String tenant;

    @Nullable
    String cause;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    @Column(name = "kek_id")
    @Nullable
    String kekId;

    @Column(name = "retention_class")
    @Nullable
    String retentionClass;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Long> released;
}
