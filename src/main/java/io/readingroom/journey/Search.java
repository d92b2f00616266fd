package io.readingroom.journey;

import io.readingroom.document.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of a tenant's documents to list.
///
/// @param state only those in this state, null for all
/// @param sourceId only those with this reference, null for all
/// @param limit how many on a page, 1 to [#MOST]
/// @param after the place after which the page begins, null for the first
record Search(
        @Nullable JourneyState state,
        @Nullable String sourceId,
        int limit,
        @Nullable Cursor after) {

    static final int MOST = 200;

    static Search of(@Nullable String state, @Nullable String sourceId, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw invalid();
        }
        return new Search(
                state == null ? null : JourneyState.of(state).orElseThrow(Search::invalid),
                sourceId,
                limit,
                cursor == null ? null : Cursor.parse(cursor));
    }

    /// The journeys of a page and one more, if there is one.
    List<Journey> in(StoredJourneys journeys, String tenant) {
        StringBuilder query = new StringBuilder("tenant = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        if (state != null) {
            query.append(" and state = :state");
            values.put("state", state);
        }
        if (sourceId != null) {
            query.append(" and sourceId = :sourceId");
            values.put("sourceId", sourceId);
        }
        if (after != null) {
            query.append(" and (receivedAt, document) < (:receivedAt, :document)");
            values.put("receivedAt", after.receivedAt());
            values.put("document", after.document());
        }
        return journeys.find(query + " order by receivedAt desc, document desc", values)
                .range(0, limit)
                .list();
    }

    private static RefusedException invalid() {
        return new RefusedException(JourneyRefusal.FILTER_INVALID);
    }
}
