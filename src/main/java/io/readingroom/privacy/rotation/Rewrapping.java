package io.readingroom.privacy.rotation;

import io.quarkus.runtime.StartupEvent;
import io.readingroom.access.DatabaseRole;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.privacy.keys.KeyEncryptionKey;
import io.readingroom.privacy.keys.KeySettings;
import io.readingroom.privacy.recurring.Recurring;
import io.readingroom.privacy.rotation.KeptKeys.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Wraps anew what an older key-encryption key wraps, in batches, while the service goes on. Nothing
/// that a document's key has sealed is touched.
@ApplicationScoped
class Rewrapping {

    private static final Logger LOG = Logger.getLogger(Rewrapping.class);

    private final DataSource database;
    private final KeyEncryptionKey kek;
    private final KeySettings settings;
    private final AuditLog audit;
    private final Recurring recurring;

    Rewrapping(DataSource database, KeyEncryptionKey kek, KeySettings settings, AuditLog audit, Recurring recurring) {
        this.database = database;
        this.kek = kek;
        this.settings = settings;
        this.audit = audit;
        this.recurring = recurring;
    }

    void onStart(@Observes StartupEvent start) {
        recurring.everywhere(settings.kek().rewrapEvery(), "key-refresh", kek::refresh);
        recurring.each(settings.kek().rewrapEvery(), "rewrap", this::sweep);
    }

    /// Wraps anew all that is outdated. What cannot be unwrapped is left, and stays in the count of
    /// outdated keys.
    void sweep() {
        kek.refresh();
        for (KeptKeys kind : KeptKeys.values()) {
            for (String id : ids(kind)) {
                if (kek.outdated(id)) {
                    rewrap(kind, id);
                }
            }
        }
    }

    private List<String> ids(KeptKeys kind) {
        return DatabaseRole.HOUSEKEEPING.call(() -> {
            try (Connection connection = database.getConnection()) {
                return kind.ids(connection);
            } catch (SQLException unreachable) {
                throw new IllegalStateException("rewrap-failed", unreachable);
            }
        });
    }

    private void rewrap(KeptKeys kind, String id) {
        String after = "";
        while (!Thread.currentThread().isInterrupted()) {
            String from = after;
            String last = DatabaseRole.HOUSEKEEPING.call(() -> batch(kind, id, from));
            if (last.isEmpty()) {
                return;
            }
            after = last;
        }
    }

    /// Wraps a batch anew.
    ///
    /// @return the last owner of it; empty when there was none
    private String batch(KeptKeys kind, String id, String after) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Kept> keys = kind.lock(connection, id, after, settings.kek().rewrapBatch());
            int done = 0;
            String newest = "";
            for (Kept key : keys) {
                Kept again = again(kind, key);
                if (!again.wrapped().kekId().equals(id)) {
                    kind.keep(connection, again);
                    newest = again.wrapped().kekId();
                    done++;
                }
            }
            if (done > 0) {
                audit.record(new AuditEvent.KeysRewrapped(kind.word(), done, newest));
            }
            return keys.isEmpty() ? "" : keys.getLast().owner();
        }
    }

    /// The key as the newest one wraps it; as it was, when it is damaged.
    private Kept again(KeptKeys kind, Kept key) {
        try {
            return new Kept(key.owner(), kek.rewrap(key.wrapped(), kind.place(key)));
        } catch (IllegalStateException damaged) {
            LOG.warnf("A key of %s could not be unwrapped, and is left as it is", kind.word());
            return key;
        }
    }
}
