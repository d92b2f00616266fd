package io.readingroom.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of a query, those only that were asked for.
final class Conditions {

    static final String SUCCEEDED = "succeeded";

    private final List<Sql> all = new ArrayList<>();

    private Conditions() {}

    /// What holds for each event of a tenant that matches, and for no other.
    static Sql of(String tenant, EventQuery query) {
        Conditions conditions = new Conditions();
        conditions.add("tenant = ?", tenant);
        conditions.all.add(Sql.of("body is not null"));
        conditions.add(
                "document = ?",
                query.document() == null ? null : query.document().value());
        conditions.add(
                "code = any(?)", query.codes().isEmpty() ? null : query.codes().toArray(String[]::new));
        conditions.add("actor = ?", query.actor());
        conditions.add("outcome = ?", query.outcome());
        conditions.add("reason = ?", query.reason());
        if (query.model() != null) {
            conditions.add(modelColumn(query.model()) + " = ?", query.model());
        }
        if (query.template() != null) {
            conditions.all.add(templateSets(query.template()).within("template in (", ")"));
        }
        conditions.add("occurred_at >= ?", utc(query.from()));
        conditions.add("occurred_at < ?", utc(query.to()));
        return Sql.joined(" and ", conditions.all);
    }

    /// The column in which a model stands as it was named: by its digest or by its name.
    static String modelColumn(String model) {
        return model.startsWith("sha256:") ? "model_digest" : "model";
    }

    /// The template's own digest, or those of the whole sets of readings that it is in, as `value`.
    static Sql templateSets(String template) {
        return Sql.of(
                "select template_set as value from log_template where template = ? union select ?", template, template);
    }

    private void add(String text, @Nullable Object value) {
        if (value != null) {
            all.add(Sql.of(text, value));
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
