package io.readingroom.pipeline;

import io.readingroom.document.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/// The row of a chunk's reading.
@Entity
@Table(name = "chunk_reading")
class ChunkReading {

    /// Which stretch of which document.
    @Embeddable
    record Key(
            @Column(name = "document") UUID document,
            @Column(name = "span_start") int start,
            @Column(name = "span_end") int end) {}

    @EmbeddedId
    private Key key;

    @Column(name = "origin", nullable = false)
    private String origin;

    @Column(name = "sealed", nullable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway.Init")
    ChunkReading() {}

    ChunkReading(UUID document, Span span, String origin, byte[] sealed) {
        this.key = new Key(document, span.start(), span.end());
        this.origin = origin;
        this.sealed = sealed;
    }

    Key key() {
        return key;
    }

    String origin() {
        return origin;
    }

    byte[] sealed() {
        return sealed;
    }
}
