package io.readingroom.register;

import io.readingroom.access.DatabaseRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads what was hashed, as it is stored.
@ApplicationScoped
class EntryRows {

    private static final int PAGE = 4096;

    private static final String PERIOD = """
            select coalesce(min(tile_index) * 256, 0), coalesce((max(tile_index) + 1) * 256, 0) from log_tile
            where level = 0 and (?::timestamptz is null or latest >= ?) and (?::timestamptz is null or earliest < ?)""";

    private static final String ENTRIES = """
            select leaf_index, tenant, tenant_seq, entry, body, id, code, actor, document, outcome, reason, request_id,
                model, model_digest, template, occurred_at
            from audit_event where leaf_index >= ? and leaf_index < ? order by leaf_index""";

    private static final int FIRST_COLUMN = 6;

    /// The names in the body of what stands in the columns from the sixth on.
    private static final List<String> NAMES = List.of(
            "id",
            "code",
            "actor",
            "document",
            "outcome",
            "reason",
            "request",
            "detail.model",
            "detail.modelDigest",
            "detail.template");

    private final DataSource database;

    EntryRows(DataSource database) {
        this.database = database;
    }

    /// The entry of a tenant's event; empty when the tenant has none at this place.
    Optional<byte[]> entry(String tenant, long index) {
        return bytes("select entry from audit_event where leaf_index = ? and tenant = ?", tenant, index);
    }

    /// The body of a tenant's event; empty also when it is gone.
    Optional<byte[]> body(String tenant, long index) {
        return bytes("select body from audit_event where leaf_index = ? and tenant = ?", tenant, index);
    }

    private Optional<byte[]> bytes(String sql, String tenant, long index) {
        return DatabaseRole.AUDITOR.join(() -> found(sql, tenant, index));
    }

    private Optional<byte[]> found(String sql, String tenant, long index) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, index);
            select.setString(2, tenant);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("audit-read-failed", failed);
        }
    }

    /// The entries from `first` to before `end`.
    record Range(long first, long end) {

        boolean isEmpty() {
            return first >= end;
        }

        /// Those of them that stand behind a place.
        Range behind(Cursor place) {
            return new Range(Math.max(first, place.index() + 1), end);
        }
    }

    /// The entries whose tiles hold events of a period. Entries stand in the order in which they got their places,
    /// which
    /// is nearly that of time, and the tiles of level 0 say between which times their events occurred.
    ///
    /// @param size how many entries of the log are looked at
    Range period(@Nullable Instant from, @Nullable Instant to, long size) {
        if (from == null && to == null) {
            return new Range(0, size);
        }
        return DatabaseRole.AUDITOR.join(() -> range(from, to, size));
    }

    private Range range(@Nullable Instant from, @Nullable Instant to, long size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PERIOD)) {
            Object begin = from == null ? null : OffsetDateTime.ofInstant(from, ZoneOffset.UTC);
            Object before = to == null ? null : OffsetDateTime.ofInstant(to, ZoneOffset.UTC);
            select.setObject(1, begin, Types.TIMESTAMP_WITH_TIMEZONE);
            select.setObject(2, begin, Types.TIMESTAMP_WITH_TIMEZONE);
            select.setObject(3, before, Types.TIMESTAMP_WITH_TIMEZONE);
            select.setObject(4, before, Types.TIMESTAMP_WITH_TIMEZONE);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Range(row.getLong(1), Math.min(row.getLong(2), size));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("audit-read-failed", failed);
        }
    }

    /// Every entry of a range that is there and that a role may see, one by one, page by page: the auditor the entries
    /// of the caller's tenant, the sequencer all, since the tree stands over all.
    void each(DatabaseRole role, Range range, Consumer<StoredEntry> reader) {
        for (long from = range.first(); from < range.end(); from += PAGE) {
            Range page = new Range(from, Math.min(from + PAGE, range.end()));
            role.run(() -> page(page, reader));
        }
    }

    private void page(Range range, Consumer<StoredEntry> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, range.first());
            select.setLong(2, range.end());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.accept(stored(row));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("audit-read-failed", failed);
        }
    }

    private static StoredEntry stored(ResultSet row) throws SQLException {
        Map<String, @Nullable String> columns = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            columns.put(NAMES.get(i), row.getString(FIRST_COLUMN + i));
        }
        @Nullable OffsetDateTime time = row.getObject("occurred_at", OffsetDateTime.class);
        columns.put("time", time == null ? null : time.toInstant().toString());
        return new StoredEntry(
                row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4), row.getBytes(5), columns);
    }
}
