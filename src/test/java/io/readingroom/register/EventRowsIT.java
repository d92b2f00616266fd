package io.readingroom.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.access.DatabaseRole;
import io.readingroom.access.OnBehalf;
import io.readingroom.register.MadeEvents.Row;
import io.readingroom.sequencing.SequencedLog;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages against a filter of the whole log, on a register of its own: it lets go of bodies, and counts what is read.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(EventRowsIT.OwnRegister.class)
class EventRowsIT {

    /// Another database than that of the other tests.
    public static final class OwnRegister implements QuarkusTestProfile {}

    private static final int EVENTS = 3000;

    @Inject
    DataSource source;

    @Inject
    Database database;

    @Inject
    EntryRows entries;

    @Inject
    SequencedLog log;

    @ParameterizedTest
    @CsvSource({"1, 8192, 60", "2, 700, 60", "3, 90, 30", "4, 11, 8"})
    void all_pages_together_are_what_a_filter_of_the_whole_log_leaves(long seed, int lookedAt, int queries)
            throws SQLException {
        Random chance = new Random(seed);
        MadeEvents made = new MadeEvents(chance, database);
        String tenant = filled(made);
        List<Row> rows = made.rows(tenant);
        EventRows events = new EventRows(source, entries, lookedAt);
        for (int i = 0; i < queries; i++) {
            EventQuery query = made.query();
            List<Long> expected = rows.stream()
                    .filter(row -> row.matches(query))
                    .map(Row::index)
                    .toList();
            int limit = expected.size() < 60 ? chance.nextInt(1, 20) : chance.nextInt(60, 1200);
            assertThat(paged(events, tenant, query, limit))
                    .as("%s by %d", query, limit)
                    .isEqualTo(expected);
            List<Long> each = new ArrayList<>();
            OnBehalf.ofTenant(
                    tenant, () -> events.each(tenant, query, log.standing().size(), event -> each.add(event.index())));
            assertThat(each).as("each of %s", query).isEqualTo(expected);
        }
    }

    @Test
    void paging_misses_and_repeats_nothing_while_events_are_written() throws SQLException {
        MadeEvents made = new MadeEvents(new Random(5), database);
        String tenant = filled(made);
        EventRows events = new EventRows(source, entries, 300);
        EventQuery query = codes("made.seldom", "made.read");
        List<Long> seen = new ArrayList<>();
        Cursor after = Cursor.START;
        for (int page = 0; after != null; page++) {
            EventRows.Page found = page(events, tenant, query, after, 50);
            seen.addAll(indexes(found));
            after = found.next();
            if (page < 5) {
                made.record(tenant, 30);
                log.catchUp();
            }
        }
        assertThat(seen)
                .isEqualTo(made.rows(tenant).stream()
                        .filter(row -> row.matches(query))
                        .map(Row::index)
                        .toList());
    }

    @Test
    void a_page_looks_at_no_more_than_it_may_and_takes_the_trail_on_which_it_gets_farthest() throws SQLException {
        MadeEvents made = new MadeEvents(new Random(6), database);
        String tenant = filled(made);
        EventRows events = new EventRows(source, entries, 100);
        List<Row> rows = made.rows(tenant);
        EventQuery never = new EventQuery(null, List.of("made.never"), null, null, "everybody", null, null, null, null);
        assertThat(page(events, tenant, never, Cursor.START, 10)).isEqualTo(new EventRows.Page(List.of(), null));

        EventQuery both = new EventQuery(null, List.of("made.often"), null, null, null, null, "too-large", null, null);
        long farthest = rows.stream()
                .filter(row -> "too-large".equals(row.reason()))
                .skip(100)
                .findFirst()
                .orElseThrow()
                .index();
        EventRows.Page page = page(events, tenant, both, Cursor.START, 1000);
        assertThat(page.next()).isEqualTo(new Cursor(farthest - 1));
        assertThat(indexes(page))
                .isEqualTo(rows.stream()
                        .filter(row -> row.matches(both) && row.index() < farthest)
                        .map(Row::index)
                        .toList());
    }

    /// As it is while nothing is known of how values are spread, and after.
    @ParameterizedTest
    @ValueSource(strings = {"select 1", "vacuum analyze audit_event"})
    void each_trail_is_walked_along_in_its_own_index_and_no_farther_than_asked(String before) throws SQLException {
        MadeEvents made = new MadeEvents(new Random(7), database);
        // The one whose bodies are all there: an index keeps what was pruned until the table is vacuumed.
        String tenant = filled(made) + "-other";
        database.run(before);
        walked(tenant, EventQuery.of(MadeEvents.DOCUMENTS.getFirst()), "document");
        walked(tenant, codes(), "tenant");
        walked(tenant, codes("made.often"), "code");
        walked(tenant, by("everybody", null, null, null, null), "actor");
        walked(tenant, by(null, "refused", null, null, null), "outcome");
        walked(tenant, by(null, "succeeded", null, null, null), "tenant");
        walked(tenant, by(null, null, "too-large", null, null), "why");
        walked(tenant, by(null, null, null, "gemma", null), "model");
        walked(tenant, by(null, null, null, "sha256:gemma", null), "model_digest");
        walked(tenant, by(null, null, null, null, "sha256:set-1"), "template");
    }

    private void walked(String tenant, EventQuery query, String column) {
        List<Trail> trails = Trail.of(tenant, query);
        assertThat(trails).hasSize(1);
        Sql sql = trails.getFirst().first(new EntryRows.Range(5, log.standing().size()), 30);
        // By the auditor, whose rows are restricted; and what one transaction reads is counted apart from what others
        // do.
        Map<String, Long> read = OnBehalf.ofTenant(
                tenant,
                () -> DatabaseRole.AUDITOR.call(() -> {
                    try (Connection connection = source.getConnection()) {
                        Map<String, Long> before = read(connection);
                        assertThat(given(connection, sql)).isEqualTo(30);
                        Map<String, Long> after = read(connection);
                        before.forEach((index, entries) -> after.computeIfPresent(index, (name, all) -> all - entries));
                        after.values().removeIf(entries -> entries == 0);
                        return after;
                    }
                }));
        assertThat(read).isEqualTo(Map.of("audit_event_by_" + column, 30L));
    }

    private EventRows.Page page(EventRows events, String tenant, EventQuery query, Cursor after, int limit) {
        return OnBehalf.ofTenant(
                tenant, () -> events.page(tenant, query, after, log.standing().size(), limit));
    }

    private static int given(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.text())) {
            sql.bind(select);
            try (ResultSet row = select.executeQuery()) {
                int given = 0;
                while (row.next()) {
                    given++;
                }
                return given;
            }
        }
    }

    /// How many entries of the index of each trail were read.
    private static Map<String, Long> read(Connection connection) throws SQLException {
        Map<String, Long> read = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select indexrelname, pg_stat_get_xact_tuples_returned(indexrelid)"
                                + " from pg_stat_user_indexes where indexrelname like 'audit_event_by_%'")) {
            while (row.next()) {
                read.put(row.getString(1), row.getLong(2));
            }
        }
        return read;
    }

    private String filled(MadeEvents made) throws SQLException {
        String tenant = "made-" + UUID.randomUUID();
        for (String template : List.of(
                "('sha256:both', 'sha256:set-1')",
                "('sha256:both', 'sha256:set-2')",
                "('sha256:sum', 'sha256:set-2')")) {
            database.run("insert into log_template values " + template + " on conflict do nothing");
        }
        for (int i = 0; i < 3; i++) {
            made.record(tenant, EVENTS / 3);
            made.record(tenant + "-other", EVENTS / 10);
        }
        log.catchUp();
        prune(tenant);
        return tenant;
    }

    /// The first events let go of their bodies.
    private void prune(String tenant) throws SQLException {
        database.run("update audit_event set id = null, code = null, occurred_at = null, actor = null, document = null,"
                + " outcome = null, reason = null, request_id = null, model = null, model_digest = null,"
                + " template = null, body = null where tenant = '" + tenant + "' and tenant_seq < 200");
    }

    private List<Long> paged(EventRows events, String tenant, EventQuery query, int limit) {
        List<Long> all = new ArrayList<>();
        Cursor after = Cursor.START;
        while (after != null) {
            EventRows.Page page = page(events, tenant, query, after, limit);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
            if (page.next() != null) {
                assertThat(page.next().index()).isGreaterThan(after.index());
            }
            all.addAll(indexes(page));
            after = page.next();
        }
        return all;
    }

    private static List<Long> indexes(EventRows.Page page) {
        return page.events().stream().map(RecordedEvent::index).toList();
    }

    private static EventQuery codes(String... codes) {
        return new EventQuery(null, List.of(codes), null, null, null, null, null, null, null);
    }

    private static EventQuery by(
            @Nullable String actor,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String model,
            @Nullable String template) {
        return new EventQuery(null, List.of(), null, null, actor, outcome, reason, model, template);
    }
}
