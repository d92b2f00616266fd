package io.readingroom.register;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of a tenant that have one of some values in one column, in the order of the log.
///
/// Each column has an index of its own by tenant, value and place, and the database's function `register_trail` walks
/// along it: what it reads is as much as what it gives, wherever the entries stand.
///
/// @param column by which they are found
/// @param values a table of one column `value`
record Trail(String tenant, String column, Sql values) {

    /// The trails on which the events that match a query are found. All that match stand on each of them.
    ///
    /// @return one at least
    static List<Trail> of(String tenant, EventQuery query) {
        List<Trail> trails = new ArrayList<>();
        add(
                trails,
                tenant,
                "document",
                query.document() == null ? null : query.document().toString());
        if (!query.codes().isEmpty()) {
            trails.add(new Trail(tenant, "code", any(query.codes())));
        }
        add(trails, tenant, "actor", query.actor());
        add(trails, tenant, "reason", query.reason());
        // There is no index of the events that succeeded: nearly all do.
        add(trails, tenant, "outcome", Conditions.SUCCEEDED.equals(query.outcome()) ? null : query.outcome());
        if (query.model() != null) {
            add(trails, tenant, Conditions.modelColumn(query.model()), query.model());
        }
        if (query.template() != null) {
            trails.add(new Trail(tenant, "template", Conditions.templateSets(query.template())));
        }
        return trails.isEmpty() ? List.of(new Trail(tenant, "tenant", any(List.of(tenant)))) : trails;
    }

    private static void add(List<Trail> trails, String tenant, String column, @Nullable String value) {
        if (value != null) {
            trails.add(new Trail(tenant, column, any(List.of(value))));
        }
    }

    private static Sql any(List<String> values) {
        String[] different = values.stream().distinct().toArray(String[]::new);
        return Sql.of("select unnest(?::text[]) as value", (Object) different);
    }

    /// The places of the first entries of a range, in order, as `place`.
    ///
    /// @param most how many
    Sql first(EntryRows.Range range, int most) {
        return values.within(
                "select place from (",
                ") v cross join lateral register_trail('" + column + "', ?, v.value, ?, ?, " + most
                        + ") as place order by place limit " + most,
                tenant,
                range.first(),
                range.end());
    }
}
