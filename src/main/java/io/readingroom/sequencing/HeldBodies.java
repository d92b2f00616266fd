package io.readingroom.sequencing;

import io.readingroom.document.DocumentId;
import io.readingroom.privacy.hold.LegalHolds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which events keep their bodies beyond the register's retention: those about documents that a legal hold keeps. Asks
/// in the caller's transaction, and until that ends no hold is set in the tenants that it asked for.
@ApplicationScoped
class HeldBodies {

    private static final String RANGE = " where leaf_index >= ? and leaf_index < ?";

    private static final String DOCUMENTS = """
            select coalesce(array_agg(tenant), '{}'), coalesce(array_agg(document), '{}') from (
                select distinct tenant, document from %s and document is not null) asked""";

    private static final String FIRST_TIME = DOCUMENTS.formatted("audit_event" + RANGE);

    private static final String AGAIN = DOCUMENTS.formatted("audit_event join log_held using (leaf_index)" + RANGE);

    private static final String HOLD = "insert into log_held (leaf_index) select leaf_index from audit_event" + RANGE
            + " and document = any (?::uuid[])";

    private static final String FREE = "select coalesce(array_agg(leaf_index), '{}') from audit_event" + RANGE
            + " and not exists (select from log_held held where held.leaf_index = audit_event.leaf_index)";

    private static final String RELEASE = """
            with released as (
                delete from log_held held using audit_event event
                where held.leaf_index = event.leaf_index and held.leaf_index >= ? and held.leaf_index < ?
                    and event.document <> all (?::uuid[])
                returning held.leaf_index)
            select coalesce(array_agg(leaf_index), '{}') from released""";

    private static final String HELD = """
            select coalesce(min(leaf_index), 0), coalesce(max(leaf_index) + 1, 0) from (
                select leaf_index from log_held where leaf_index >= ? order by leaf_index limit ?) page""";

    private final LogRows rows;
    private final LegalHolds holds;

    HeldBodies(LogRows rows, LegalHolds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    /// The entries from `from` to before `to`.
    record Range(long from, long to) {}

    /// Notes which entries of a range keep their bodies though these were to go.
    ///
    /// @return the others
    List<Long> hold(Range due) {
        rows.change(HOLD, due.from(), due.to(), kept(FIRST_TIME, due));
        return indices(FREE, due.from(), due.to());
    }

    /// A range with the next entries whose bodies are kept; empty behind the last one.
    Range held(long from, int most) {
        return rows.ask(HELD, row -> new Range(row.getLong(1), row.getLong(2)), from, most);
    }

    /// Lets go of those in a range that no hold keeps any more.
    ///
    /// @return which these are
    List<Long> release(Range held) {
        return indices(RELEASE, held.from(), held.to(), kept(AGAIN, held));
    }

    private List<Long> indices(String sql, Object... values) {
        return rows.ask(sql, row -> List.of((Long[]) row.getArray(1).getArray()), values);
    }

    /// The documents of a range that a hold keeps, as an array of the database.
    private String kept(String documents, Range range) {
        Map<String, Set<DocumentId>> asked = rows.ask(documents, HeldBodies::byTenant, range.from(), range.to());
        return asked.entrySet().stream()
                .flatMap(of -> holds.keep(of.getValue(), of.getKey()).stream())
                .map(DocumentId::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Set<DocumentId>> byTenant(ResultSet row) throws SQLException {
        String[] tenants = (String[]) row.getArray(1).getArray();
        UUID[] documents = (UUID[]) row.getArray(2).getArray();
        Map<String, Set<DocumentId>> byTenant = new TreeMap<>();
        for (int i = 0; i < tenants.length; i++) {
            byTenant.computeIfAbsent(tenants[i], tenant -> new HashSet<>()).add(new DocumentId(documents[i]));
        }
        return byTenant;
    }
}
