package io.readingroom.register;

import io.readingroom.Database;
import io.readingroom.document.DocumentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Events of every kind by chance, and the filter of a query as it would be without a database.
final class MadeEvents {

    static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    static final List<String> CODES = List.of("made.often", "made.seldom", "made.read", "made.refused", "made.never");
    static final List<String> ACTORS = List.of("everybody", "somebody", "nobody");
    static final List<String> OUTCOMES = List.of("succeeded", "refused", "failed");
    static final List<String> REASONS = List.of("too-large", "no-text", "none");
    static final List<String> MODELS = List.of("gemma", "qwen", "sha256:gemma", "sha256:qwen", "absent");
    static final List<String> TEMPLATES = List.of("sha256:facts", "sha256:both", "sha256:sum", "sha256:absent");
    static final List<DocumentId> DOCUMENTS =
            IntStream.range(0, 8).mapToObj(i -> DocumentId.random()).toList();

    private static final List<String> SETS = List.of("sha256:facts", "sha256:set-1", "sha256:set-2");

    private static final String INSERT = """
            insert into audit_pending (id, code, occurred_at, tenant, actor, document, outcome, reason, model, model_digest,
                template, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, convert_to(?, 'UTF8'))""";

    private final Random chance;
    private final Database database;

    MadeEvents(Random chance, Database database) {
        this.chance = chance;
        this.database = database;
    }

    /// A row of the register, as far as a query asks for it.
    record Row(
            long index,
            String code,
            Instant time,
            String actor,
            @Nullable String document,
            String outcome,
            @Nullable String reason,
            @Nullable String model,
            @Nullable String modelDigest,
            @Nullable String template,
            List<String> templates) {

        boolean matches(EventQuery query) {
            return fits(query.document() == null ? null : query.document().toString(), List.of(told(document)))
                    && (query.codes().isEmpty() || query.codes().contains(code))
                    && during(query.from(), query.to())
                    && fits(query.actor(), List.of(actor))
                    && fits(query.outcome(), List.of(outcome))
                    && fits(query.reason(), List.of(told(reason)))
                    && fits(query.model(), List.of(told(model), told(modelDigest)))
                    && (fits(query.template(), List.of(told(template))) || fits(query.template(), templates));
        }

        private boolean during(@Nullable Instant from, @Nullable Instant to) {
            return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
        }

        private static boolean fits(@Nullable String asked, List<String> told) {
            return asked == null || told.contains(asked);
        }

        private static String told(@Nullable String column) {
            return column == null ? "" : column;
        }
    }

    <T> T any(List<T> values) {
        // The first ones are frequent.
        return values.get(chance.nextInt(chance.nextInt(values.size()) + 1));
    }

    private <T> @Nullable T perhaps(int of, T value) {
        return chance.nextInt(of) == 0 ? value : null;
    }

    /// Records this many events of a tenant, an hour or so after each other.
    void record(String tenant, int events) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < events; i++) {
                bind(insert, tenant, BEGIN.plus(i, ChronoUnit.HOURS).minusSeconds(chance.nextInt(9000)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, String tenant, Instant time) throws SQLException {
        String outcome = chance.nextInt(8) > 0 ? "succeeded" : any(List.of("refused", "failed"));
        String model = perhaps(3, any(MODELS.subList(0, 2)));
        DocumentId document = perhaps(2, any(DOCUMENTS));
        UUID id = UUID.randomUUID();
        @Nullable
        Object[] values = {
            id,
            any(CODES.subList(0, 4)),
            time.atOffset(ZoneOffset.UTC),
            tenant,
            any(ACTORS.subList(0, 2)),
            document == null ? null : document.value(),
            outcome,
            "succeeded".equals(outcome) ? null : any(REASONS.subList(0, 2)),
            model,
            model == null ? null : "sha256:" + model,
            model == null ? null : any(SETS)
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.setString(values.length + 1, body(values, time));
    }

    /// What the columns say, so that the register is found whole.
    private static String body(@Nullable Object[] values, Instant time) {
        String[] names = {"id", "code", "", "tenant", "actor", "document", "outcome", "reason"};
        String[] details = {"model", "modelDigest", "template"};
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty() && values[i] != null) {
                fields.add("\"" + names[i] + "\":\"" + values[i] + "\"");
            }
        }
        List<String> detail = new ArrayList<>();
        for (int i = 0; i < details.length; i++) {
            if (values[names.length + i] != null) {
                detail.add("\"" + details[i] + "\":\"" + values[names.length + i] + "\"");
            }
        }
        return "{" + String.join(",", fields) + ",\"time\":\"" + time + "\",\"detail\":{" + String.join(",", detail)
                + "}}";
    }

    /// A query by chance: none, one or some filters, with values that are frequent, rare or absent.
    EventQuery query() {
        int filters = chance.nextInt(1, 6);
        Instant from = perhaps(filters, BEGIN.plus(chance.nextInt(-100, 2500), ChronoUnit.HOURS));
        Instant until = from == null ? BEGIN : from;
        return new EventQuery(
                perhaps(filters * 2, any(DOCUMENTS)),
                chance.nextInt(filters) == 0
                        ? List.of(any(CODES), any(CODES)).subList(0, chance.nextInt(3))
                        : List.of(),
                from,
                perhaps(filters, until.plus(chance.nextInt(1, 500), ChronoUnit.HOURS)),
                perhaps(filters, any(ACTORS)),
                perhaps(filters, any(OUTCOMES)),
                perhaps(filters * 2, any(REASONS)),
                perhaps(filters * 2, any(MODELS)),
                perhaps(filters * 2, any(TEMPLATES)));
    }

    /// Every event of a tenant that has its place and its body.
    List<Row> rows(String tenant) throws SQLException {
        String sql = """
                select leaf_index, code, occurred_at, actor, document::text, outcome, reason, model, model_digest, template,
                    array(select t.template from log_template t where t.template_set = audit_event.template)
                from audit_event where tenant = ? and body is not null order by tenant_seq""";
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            List.of((String[]) row.getArray(11).getArray())));
                }
            }
        }
        return rows;
    }
}
