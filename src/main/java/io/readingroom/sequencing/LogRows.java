package io.readingroom.sequencing;

import io.readingroom.access.DatabaseRole;
import io.readingroom.tlog.TileId;
import io.readingroom.tlog.TileMissingException;
import io.readingroom.tlog.TreeHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The rows in which the log stands, read in the caller's transaction, or in one of the sequencer's where there is
/// none.
/// Plain SQL: the sequencer's statements are over sets, and what hashes is bytes.
@ApplicationScoped
class LogRows {

    /// One number that nobody else in this database locks.
    private static final long LOCK = 0x52_52_4c_4f_47L;

    private final DataSource database;

    LogRows(DataSource database) {
        this.database = database;
    }

    /// Whether this transaction is the one that may write the log, until it ends.
    boolean lock() {
        return ask("select pg_try_advisory_xact_lock(" + LOCK + ")", row -> row.getBoolean(1));
    }

    /// Waits until this transaction is the one that may write the log.
    void awaitLock() {
        ask("select pg_advisory_xact_lock(" + LOCK + ")", row -> true);
    }

    LogState state() {
        return ask("select installation, epoch, size, sequenced_at, frozen_reason from log_state", row -> {
            String reason = row.getString(5);
            return new LogState(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    reason == null ? null : Freeze.of(reason));
        });
    }

    /// A tile of the tree.
    ///
    /// @throws TileMissingException when it is not there or too narrow
    byte[] tile(TileId tile) {
        byte @Nullable [] hashes = ask(
                "select (select hashes from log_tile where level = ? and tile_index = ?)",
                row -> row.getBytes(1),
                tile.level(),
                tile.index());
        if (hashes == null || hashes.length < tile.width() * TreeHash.BYTES) {
            throw new TileMissingException(tile);
        }
        return hashes;
    }

    /// The youngest event that waits for its place; 0 when none does.
    long lastPending() {
        return ask("select coalesce(max(pending_index), 0) from audit_pending", row -> row.getLong(1));
    }

    /// Whether this event, or one before it, waits for its place.
    boolean isPending(long index) {
        return ask(
                "select exists (select from audit_pending where pending_index <= ?)", row -> row.getBoolean(1), index);
    }

    /// What waits for its place.
    Backlog backlog() {
        String sql = """
                select coalesce(max(pending_index) - min(pending_index) + 1, 0),
                    (select occurred_at from audit_pending order by pending_index limit 1)
                from audit_pending""";
        return ask(sql, row -> {
            @Nullable OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            return new Backlog(row.getLong(1), oldest == null ? null : oldest.toInstant());
        });
    }

    /// What waits for its place.
    ///
    /// @param events how many, at most
    /// @param oldest when the first of them occurred; null when there is none
    record Backlog(long events, @Nullable Instant oldest) {}

    /// Reads a row.
    @FunctionalInterface
    interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /// What the one row says that a query answers.
    <T extends @Nullable Object> T ask(String sql, RowReader<T> reader, Object... values) {
        return DatabaseRole.SEQUENCER.join(() -> answer(sql, reader, values));
    }

    private <T extends @Nullable Object> T answer(String sql, RowReader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return reader.read(row);
        } catch (SQLException failed) {
            throw new IllegalStateException("log-read-failed", failed);
        }
    }

    /// Changes rows.
    ///
    /// @return how many
    int change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("log-write-failed", failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
