package io.readingroom.audit;

import io.readingroom.document.ContentDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Notes which sets of prompt templates hold a template, so that events are found by each of theirs.
final class TemplateSets {

    private static final String INSERT =
            "insert into log_template (template, template_set) values (?, ?) on conflict do nothing";

    /// There are as many as versions of profiles; what a transaction that rolled back noted is noted again after a
    /// start.
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    void note(Connection connection, ReadBy by) throws SQLException {
        String set = by.templateSet().toString();
        if (known.contains(set)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ContentDigest template : by.templates().values()) {
                insert.setString(1, template.toString());
                insert.setString(2, set);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        known.add(set);
    }
}
