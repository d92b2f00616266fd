package io.readingroom.register;

import io.readingroom.access.DatabaseRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Reads events in the order of the log. An entry never moves and none appears before another, so a page that begins
/// behind an entry misses nothing and repeats nothing, however many are written meanwhile.
@ApplicationScoped
class EventRows {

    private static final int FETCH = 1000;

    private final DataSource database;

    EventRows(DataSource database) {
        this.database = database;
    }

    /// The first events behind a place that match.
    ///
    /// @param size how many entries of the log are looked at; those behind are left for later
    List<RecordedEvent> page(String tenant, EventQuery query, Cursor after, long size, int limit) {
        return DatabaseRole.AUDITOR.join(() -> {
            List<RecordedEvent> events = new ArrayList<>();
            each(Conditions.of(tenant, query, after, size), " limit " + limit, events::add);
            return events;
        });
    }

    /// Every event that matches, one by one.
    void each(String tenant, EventQuery query, long size, Consumer<RecordedEvent> reader) {
        each(Conditions.of(tenant, query, Cursor.START, size), "", reader);
    }

    /// How many events of each kind and outcome match.
    void counts(String tenant, EventQuery query, long size, Map<String, Long> counts) {
        Conditions conditions = Conditions.of(tenant, query, Cursor.START, size);
        String sql =
                "select code || ' ' || outcome, count(*) from audit_event where " + conditions.text() + " group by 1";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            conditions.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("audit-read-failed", failed);
        }
    }

    private void each(Conditions conditions, String limit, Consumer<RecordedEvent> reader) {
        String sql = "select leaf_index, tenant_seq, id, code, occurred_at, actor, document, outcome, reason,"
                + " request_id, body from audit_event where " + conditions.text() + " order by leaf_index" + limit;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            conditions.bind(select);
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.accept(event(row));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("audit-read-failed", failed);
        }
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                EventDetail.of(row.getBytes(11)));
    }
}
