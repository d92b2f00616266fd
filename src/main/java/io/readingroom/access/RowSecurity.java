package io.readingroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Confines each transaction to a role of the database and to a tenant before anything else is done in it, so that a
/// statement that forgets to ask for the tenant finds nothing of another one. Both end with the transaction, which is
/// what lets connections be shared, by a pooler too. The policies stand in the database: its row-level security.
@ApplicationScoped
class RowSecurity {

    private static final String CONFINE =
            "select set_config('role', ?, true), set_config('reading_room.tenant', ?, true)";

    private final DataSource database;
    private final CallerIdentity callers;
    private final TransactionManager transactions;

    RowSecurity(DataSource database, CallerIdentity callers, TransactionManager transactions) {
        this.database = database;
        this.callers = callers;
        this.transactions = transactions;
    }

    void confine(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        DatabaseRole role = DatabaseRole.BEGINNING.isBound() ? DatabaseRole.BEGINNING.get() : DatabaseRole.APPLICATION;
        try (Connection connection = database.getConnection();
                PreparedStatement confine = connection.prepareStatement(CONFINE)) {
            confine.setString(1, role.sqlName());
            confine.setString(2, callers.current().tenant());
            confine.execute();
        } catch (SQLException failed) {
            end();
            throw new IllegalStateException("transaction-not-confined", failed);
        } catch (RuntimeException failed) {
            end();
            throw failed;
        }
    }

    /// The transaction is on this thread already and nobody else would end it: whoever began it never sees it.
    private void end() {
        try {
            transactions.rollback();
        } catch (SystemException alreadyEnded) {
            throw new IllegalStateException("transaction-not-confined", alreadyEnded);
        }
    }
}
