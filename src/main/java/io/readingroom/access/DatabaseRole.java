package io.readingroom.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The roles of the database. Each transaction works in one of them, and may do no more than it: see [RowSecurity].
public enum DatabaseRole {
    /// What callers ask for and what is done with a document: the rows of one tenant. A transaction that says nothing
    /// else works in it. It writes into the register and does not see it.
    APPLICATION("reading_room_application"),
    /// What the service does by itself, whoever the tenant is: what is due, what waits, and by which key it is wrapped.
    HOUSEKEEPING("reading_room_housekeeping"),
    /// Keeps the log of the register, of all tenants.
    SEQUENCER("reading_room_sequencer"),
    /// Reads the register of one tenant, and changes nothing.
    AUDITOR("reading_room_auditor");

    static final ScopedValue<DatabaseRole> BEGINNING = ScopedValue.newInstance();

    private final String sqlName;

    DatabaseRole(String sqlName) {
        this.sqlName = sqlName;
    }

    /// The role's name in the database.
    public String sqlName() {
        return sqlName;
    }

    /// Does something in a transaction of its own in this role. Transactions that the work begins in turn say
    /// themselves in which.
    public <T extends @Nullable Object> T call(Callable<T> work) {
        return ScopedValue.where(BEGINNING, this)
                .call(() -> QuarkusTransaction.requiringNew()
                        .call(() -> ScopedValue.where(BEGINNING, APPLICATION).call(work::call)));
    }

    /// Does something in a transaction of its own in this role, as [#call] does.
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Does something in the transaction that is there, in its role, or in one of its own in this role.
    public <T extends @Nullable Object> T join(Callable<T> work) {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION
                ? QuarkusTransaction.joiningExisting().call(work)
                : call(work);
    }
}
