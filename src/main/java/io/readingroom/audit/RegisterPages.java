package io.readingroom.audit;

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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads the register in pages that miss nothing. Rows are ordered by the transaction that wrote them. A row
/// is *settled* when every transaction up to its own has ended: nothing can appear before it any more. A
/// cursor never moves past a settled row, so the events of a transaction that commits late are on a later
/// page, and on one only.
///
/// A long transaction anywhere in the database cluster, be it of another application, delays settling. The last
/// page shows all that is committed nevertheless; when more is unsettled than a page holds, pages hold it back
/// until that transaction ends, and say so. Transaction numbers begin anew when the database is restored into another
/// cluster: a cursor from before is void then.
@ApplicationScoped
class RegisterPages {

    private static final String SELECT = """
            select event_index, id, code, occurred_at, actor, document, outcome, reason, request_id, detail,
                cast(cast(recorded_in as text) as bigint) as transaction,
                recorded_in < pg_snapshot_xmin(pg_current_snapshot()) as settled
            from audit_event
            where tenant = ?
                and (recorded_in, event_index) > (cast(cast(? as text) as xid8), ?)
                and (cast(? as uuid) is null or document = ?)
                and (cast(? as text) is null or code = ?)
                and (cast(? as timestamptz) is null or occurred_at >= ?)
                and (cast(? as timestamptz) is null or occurred_at < ?)
                and (cast(? as text) is null or actor = ?)
                and (cast(? as text) is null or outcome = ?)
            order by recorded_in, event_index
            limit ?""";

    private final DataSource database;

    RegisterPages(DataSource database) {
        this.database = database;
    }

    EventPage page(String tenant, EventQuery query) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            bind(select, tenant, query);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(Row.of(found));
                }
            }
            return page(rows, query);
        } catch (SQLException failed) {
            throw new IllegalStateException("audit-read-failed", failed);
        }
    }

    /// @param rows one more than the limit, when there are that many
    static EventPage page(List<Row> rows, EventQuery query) {
        if (rows.size() <= query.limit()) {
            return new EventPage(rows.stream().map(Row::event).toList(), null, null);
        }
        List<Row> settled =
                rows.stream().limit(query.limit()).takeWhile(Row::settled).toList();
        Cursor next = settled.isEmpty() ? query.after() : settled.getLast().place();
        Boolean heldBack = settled.size() < query.limit() ? true : null;
        return new EventPage(settled.stream().map(Row::event).toList(), next.text(), heldBack);
    }

    private static void bind(PreparedStatement select, String tenant, EventQuery query) throws SQLException {
        select.setString(1, tenant);
        select.setString(2, Long.toString(query.after().transaction()));
        select.setLong(3, query.after().index());
        bindTwice(select, 4, query.document() == null ? null : query.document().value());
        bindTwice(select, 6, query.code());
        bindTwice(select, 8, time(query.from()));
        bindTwice(select, 10, time(query.to()));
        bindTwice(select, 12, query.actor());
        bindTwice(select, 14, query.outcome());
        select.setInt(16, query.limit() + 1);
    }

    private static void bindTwice(PreparedStatement select, int first, @Nullable Object value) throws SQLException {
        select.setObject(first, value);
        select.setObject(first + 1, value);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /// An event, its place, and whether nothing can come before it any more.
    record Row(RecordedEvent event, Cursor place, boolean settled) {

        private static Row of(ResultSet found) throws SQLException {
            RecordedEvent event = new RecordedEvent(
                    found.getLong("event_index"),
                    found.getString("id"),
                    found.getString("code"),
                    found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    found.getString("actor"),
                    found.getString("document"),
                    found.getString("outcome"),
                    found.getString("reason"),
                    found.getString("request_id"),
                    found.getString("detail"));
            return new Row(event, new Cursor(found.getLong("transaction"), event.index()), found.getBoolean("settled"));
        }
    }
}
