package io.readingroom.register;

import io.readingroom.access.DatabaseRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads events in the order of the log. An entry never moves and none appears before another, so a page that begins
/// behind an entry misses nothing and repeats nothing, however many are written meanwhile.
///
/// What a page costs does not grow with the log: it looks at no more than a number of entries, those of the trail on
/// which it gets farthest, and says where the next page goes on.
@ApplicationScoped
class EventRows {

    /// How many entries a page looks at. More make fewer pages that are not full, and longer ones that are empty.
    private static final int LOOKED_AT = 4096;

    /// With this many for each event of a page it is tried first: mostly nearly all that is looked at matches.
    private static final int AT_FIRST = 2;

    private static final int PAGE = 1000;

    private final DataSource database;
    private final EntryRows entries;
    private final int lookedAt;

    @Inject
    EventRows(DataSource database, EntryRows entries) {
        this(database, entries, LOOKED_AT);
    }

    EventRows(DataSource database, EntryRows entries, int lookedAt) {
        this.database = database;
        this.entries = entries;
        this.lookedAt = lookedAt;
    }

    /// The events of a page, in order.
    ///
    /// @param next behind which the next page begins; null when nothing behind this page matches
    record Page(List<RecordedEvent> events, @Nullable Cursor next) {}

    /// Where a page walks along, and up to where it gets there.
    private record Way(Trail trail, EntryRows.Range range) {}

    /// The first events behind a place that match; fewer than `limit` also when looking for more would take too long.
    ///
    /// @param size how many entries of the log are looked at; those behind are left for later
    Page page(String tenant, EventQuery query, Cursor after, long size, int limit) {
        return DatabaseRole.AUDITOR.join(() -> walked(tenant, query, after, size, limit));
    }

    private Page walked(String tenant, EventQuery query, Cursor after, long size, int limit) {
        EntryRows.Range asked = entries.period(query.from(), query.to(), size).behind(after);
        if (asked.isEmpty()) {
            return new Page(List.of(), null);
        }
        List<Trail> trails = Trail.of(tenant, query);
        Sql conditions = Conditions.of(tenant, query);
        List<RecordedEvent> found = new ArrayList<>();
        EntryRows.Range left = asked;
        for (int most : new int[] {Math.min(AT_FIRST * limit, lookedAt), lookedAt}) {
            Way way = farthest(trails, left, most);
            each(matching(way, conditions, most, limit + 1 - found.size()), row -> found.add(event(row)));
            left = new EntryRows.Range(way.range().end(), asked.end());
            if (found.size() > limit) {
                List<RecordedEvent> events = found.subList(0, limit);
                return new Page(events, new Cursor(events.getLast().index()));
            }
            if (left.isEmpty() || most == lookedAt) {
                break;
            }
        }
        return new Page(found, left.isEmpty() ? null : new Cursor(left.first() - 1));
    }

    /// Every event that matches, one by one.
    void each(String tenant, EventQuery query, long size, Consumer<RecordedEvent> reader) {
        Cursor after = Cursor.START;
        while (after != null) {
            Page page = page(tenant, query, after, size, PAGE);
            page.events().forEach(reader);
            after = page.next();
        }
    }

    /// How many events of each kind and outcome match.
    void counts(String tenant, EventQuery query, long size, Map<String, Long> counts) {
        EntryRows.Range range = entries.period(query.from(), query.to(), size);
        Sql select = Conditions.of(tenant, query)
                .within(
                        "select code || ' ' || outcome, count(*) from audit_event where ",
                        " and leaf_index >= ? and leaf_index < ? group by 1",
                        range.first(),
                        range.end());
        each(select, row -> counts.put(row.getString(1), row.getLong(2)));
    }

    /// The trail on which this many entries get farthest through a range. All that matches up to there stands on it, so
    /// that the other trails need not be walked along.
    private Way farthest(List<Trail> trails, EntryRows.Range range, int most) {
        List<Sql> ends = trails.stream()
                .map(trail -> trail.first(range, most + 1).within("(select place from (", ") way offset " + most + ")"))
                .toList();
        List<Way> ways = new ArrayList<>();
        each(Sql.joined(", ", ends).within("select ", ""), row -> {
            for (int i = 0; i < trails.size(); i++) {
                long end = row.getLong(i + 1);
                EntryRows.Range passed = new EntryRows.Range(range.first(), row.wasNull() ? range.end() : end);
                ways.add(new Way(trails.get(i), passed));
            }
        });
        return Collections.max(ways, Comparator.comparingLong(way -> way.range().end()));
    }

    /// The rows at the places of a way are looked up one after the other, until enough match.
    private static Sql matching(Way way, Sql conditions, int most, int wanted) {
        Sql places = way.trail().first(way.range(), most).within("select entry.* from (", ") way ");
        Sql rows = places.within("", """
                cross join lateral (
                    select leaf_index, tenant_seq, id, code, occurred_at, actor, document, outcome, reason, request_id,
                        body, tenant, model, model_digest, template
                    from audit_event where leaf_index = place offset 0) entry""");
        return Sql.joined(" where ", List.of(rows, conditions)).within("", " order by place limit " + wanted);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(Sql sql, RowReader reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.text())) {
            sql.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
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
