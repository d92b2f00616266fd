package io.readingroom.privacy.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long a document is kept and what it is about.
@Entity
@Table(name = "retention")
class RetentionRow {

    @Id
    @Nullable
    UUID document;

    @Nullable
    String tenant;

    @Column(name = "class")
    @Nullable
    String retentionClass;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    byte @Nullable [] subject;

    byte @Nullable [] matter;

    long references() {
        return (subject == null ? 0L : 1L) + (matter == null ? 0L : 1L);
    }
}
