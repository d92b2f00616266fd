package io.readingroom.sequencing;

import io.readingroom.tlog.entry.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// The events that wait for their places, in the caller's transaction. Their bodies stay in the database: it digests
/// them where they are and moves them from one table to the other.
@ApplicationScoped
class PendingEvents {

    private static final String FIRST = "select pending_index, tenant, occurred_at, sha256(body) from audit_pending"
            + " order by pending_index limit ?";

    private static final String MOVE = """
            with place (pending_index, leaf_index, tenant_seq, entry) as (
                select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])),
            taken as (
                delete from audit_pending pending using place where pending.pending_index = place.pending_index
                returning pending.*, place.leaf_index, place.tenant_seq, place.entry)
            insert into audit_event
                (leaf_index, tenant, tenant_seq, sequenced_at, entry, id, code, occurred_at, actor, document, outcome,
                    reason, request_id, model, model_digest, template, body)
            select leaf_index, tenant, tenant_seq, ?, entry, id, code, occurred_at, actor, document, outcome,
                reason, request_id, model, model_digest, template, body
            from taken order by leaf_index""";

    private static final String COUNTERS = "select tenant, next_seq from log_tenant where tenant = any(?)";

    private static final String COUNTED = """
            insert into log_tenant (tenant, next_seq) select * from unnest(?::text[], ?::bigint[])
            on conflict (tenant) do update set next_seq = excluded.next_seq""";

    private final DataSource database;

    PendingEvents(DataSource database) {
        this.database = database;
    }

    /// An event that waits for its place.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pending(long index, String tenant, Instant occurredAt, byte[] bodyDigest) {}

    /// An event with its place.
    record Placed(Pending pending, long leafIndex, Entry entry) {}

    /// Those that were inserted first.
    List<Pending> first(int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST)) {
            select.setInt(1, most);
            List<Pending> pending = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instant occurredAt = row.getObject(3, OffsetDateTime.class).toInstant();
                    pending.add(new Pending(row.getLong(1), row.getString(2), occurredAt, row.getBytes(4)));
                }
            }
            return pending;
        } catch (SQLException failed) {
            throw new IllegalStateException("log-read-failed", failed);
        }
    }

    /// The number that the next event of each of these tenants gets; 0 for those that have none yet.
    Map<String, Long> counters(Stream<String> tenants) {
        Map<String, Long> counters = new TreeMap<>();
        tenants.forEach(tenant -> counters.put(tenant, 0L));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTERS)) {
            select.setArray(
                    1, connection.createArrayOf("text", counters.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counters.put(row.getString(1), row.getLong(2));
                }
            }
            return counters;
        } catch (SQLException failed) {
            throw new IllegalStateException("log-read-failed", failed);
        }
    }

    /// Moves events to their places.
    void move(List<Placed> placed, Instant now, Map<String, Long> counters) {
        try (Connection connection = database.getConnection();
                PreparedStatement move = connection.prepareStatement(MOVE);
                PreparedStatement counted = connection.prepareStatement(COUNTED)) {
            move.setArray(
                    1,
                    numbers(
                            connection,
                            placed.stream().map(event -> event.pending().index())));
            move.setArray(2, numbers(connection, placed.stream().map(Placed::leafIndex)));
            move.setArray(
                    3,
                    numbers(
                            connection,
                            placed.stream().map(event -> event.entry().sequence())));
            Object[] entries =
                    placed.stream().map(event -> event.entry().bytes()).toArray(byte[][]::new);
            move.setArray(4, connection.createArrayOf("bytea", entries));
            move.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            if (move.executeUpdate() != placed.size()) {
                throw new IllegalStateException("log-events-vanished");
            }
            counted.setArray(
                    1, connection.createArrayOf("text", counters.keySet().toArray()));
            counted.setArray(2, numbers(connection, counters.values().stream()));
            counted.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("log-write-failed", failed);
        }
    }

    private static java.sql.Array numbers(Connection connection, Stream<Long> numbers) throws SQLException {
        return connection.createArrayOf("bigint", numbers.toArray());
    }
}
