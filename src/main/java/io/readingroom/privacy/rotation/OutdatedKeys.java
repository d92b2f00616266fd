package io.readingroom.privacy.rotation;

import io.readingroom.access.DatabaseRole;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Counts the keys that an older key-encryption key still wraps.
@ApplicationScoped
class OutdatedKeys {

    private final DataSource database;
    private final KeyEncryptionKey kek;

    OutdatedKeys(DataSource database, KeyEncryptionKey kek) {
        this.database = database;
        this.kek = kek;
    }

    long count() {
        return DatabaseRole.HOUSEKEEPING.call(this::counted);
    }

    private long counted() {
        long count = 0;
        try (Connection connection = database.getConnection()) {
            for (KeptKeys kind : KeptKeys.values()) {
                for (String id : kind.ids(connection)) {
                    count += kek.outdated(id) ? kind.count(connection, id) : 0;
                }
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("key-count-failed", unreachable);
        }
        return count;
    }
}
