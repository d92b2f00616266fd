package io.readingroom.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of a query, those only that were asked for, so that the database can choose an index for them.
///
/// A period is narrowed to the entries whose tiles hold events of that time: entries stand in the order in which they
/// got their places, which is nearly that of time, and the tiles of level 0 say between which times theirs occurred.
final class Conditions {

    private static final String PERIOD_BEGINS = "leaf_index >= coalesce((select min(tile_index) * 256 from log_tile"
            + " where level = 0 and latest >= ?), 9223372036854775807)";
    private static final String PERIOD_ENDS = "leaf_index < coalesce((select (max(tile_index) + 1) * 256 from log_tile"
            + " where level = 0 and earliest < ?), 0)";

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Conditions() {}

    static Conditions of(String tenant, EventQuery query, Cursor after, long size) {
        Conditions conditions = new Conditions();
        conditions.add("tenant = ?", tenant);
        conditions.add("leaf_index > ?", after.index());
        conditions.add("leaf_index < ?", size);
        conditions.texts.add("body is not null");
        conditions.add(
                "document = ?",
                query.document() == null ? null : query.document().value());
        conditions.add(
                "code = any(?)", query.codes().isEmpty() ? null : query.codes().toArray(String[]::new));
        conditions.add("actor = ?", query.actor());
        conditions.add("outcome = ?", query.outcome());
        conditions.add("reason = ?", query.reason());
        if (query.outcome() == null && query.reason() != null) {
            conditions.texts.add("outcome <> 'succeeded'");
        }
        conditions.model(query.model());
        conditions.template(query.template());
        conditions.period(query.from(), query.to());
        return conditions;
    }

    String text() {
        return String.join(" and ", texts);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof String[] words) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", words));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private void model(@Nullable String model) {
        if (model != null) {
            add(model.startsWith("sha256:") ? "model_digest = ?" : "model = ?", model);
        }
    }

    /// A template by its own digest, or the whole set of a reading by the set's.
    private void template(@Nullable String template) {
        if (template != null) {
            texts.add("template = any(array(select template_set from log_template where template = ?) || ?::text)");
            values.add(template);
            values.add(template);
        }
    }

    private void period(@Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            add("occurred_at >= ?", utc(from));
            add(PERIOD_BEGINS, utc(from));
        }
        if (to != null) {
            add("occurred_at < ?", utc(to));
            add(PERIOD_ENDS, utc(to));
        }
    }

    private void add(String text, @Nullable Object value) {
        if (value != null) {
            texts.add(text);
            values.add(value);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
