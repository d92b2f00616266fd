package io.readingroom.intake;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of a document's sealed bytes.
@Entity
@Table(name = "submission_segment")
class SegmentRow {

    @EmbeddedId
    @Nullable
    Place place;

    byte @Nullable [] bytes;

    static SegmentRow of(Place place, byte[] bytes) {
        SegmentRow row = new SegmentRow();
        row.place = place;
        row.bytes = bytes;
        return row;
    }

    /// Where the stretch belongs.
    @Embeddable
    record Place(UUID document, int position) {}
}
