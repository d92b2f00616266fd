package io.readingroom.journey;

import io.readingroom.document.RefusedException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// The place in a list after which the next page begins. Opaque to callers.
///
/// @param receivedAt of the last document of the page before
/// @param document the last document of the page before, which orders those received at the same time
record Cursor(Instant receivedAt, UUID document) {

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    static Cursor after(Journey last) {
        return new Cursor(last.receivedAt(), last.document().value());
    }

    /// The place that a cursor stands for.
    ///
    /// @throws RefusedException with [JourneyRefusal#CURSOR_INVALID] when this room did not give it out
    static Cursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                throw new RefusedException(JourneyRefusal.CURSOR_INVALID);
            }
            Instant receivedAt = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            return new Cursor(receivedAt, new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new RefusedException(JourneyRefusal.CURSOR_INVALID, malformed);
        }
    }

    /// The opaque form.
    String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(receivedAt.getEpochSecond())
                .putInt(receivedAt.getNano())
                .putLong(document.getMostSignificantBits())
                .putLong(document.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
