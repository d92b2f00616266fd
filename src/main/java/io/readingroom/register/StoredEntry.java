package io.readingroom.register;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of the log, with what its columns say of the body.
///
/// @param columns by the body's names; null where the column is
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredEntry(
        long index,
        String tenant,
        long sequence,
        byte[] entry,
        byte @Nullable [] body,
        Map<String, @Nullable String> columns) {

    /// Whether the columns, by which events are found, say what the body says: an event whose document is another in
    /// its
    /// column would not be found, though its body is whole.
    boolean columnsTellTheBody() {
        if (body == null) {
            return true;
        }
        Map<String, String> told = EventDetail.words(body);
        return columns.entrySet().stream()
                .allMatch(column -> Objects.equals(column.getValue(), told.get(column.getKey())));
    }
}
