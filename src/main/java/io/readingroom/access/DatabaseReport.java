package io.readingroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/// How the database keeps tenants and tasks apart for the login that the service has there.
@ApplicationScoped
public class DatabaseReport {

    private static final String LOOK = """
            select rolsuper or rolbypassrls,
                (select bool_and(pg_has_role(rolname, wanted, 'SET')) from unnest(?::text[]) wanted),
                not exists (select from pg_class kept where relnamespace = current_schema()::regnamespace
                    and relkind = 'r' and not (relrowsecurity and relforcerowsecurity) and exists (
                        select from pg_attribute where attrelid = kept.oid and attname in ('tenant', 'document'))),
                exists (select from pg_class where relname = 'audit_event' and relowner = pg_roles.oid
                    and relnamespace = current_schema()::regnamespace)
            from pg_roles where rolname = session_user""";

    private final DataSource database;

    DatabaseReport(DataSource database) {
        this.database = database;
    }

    /// How tenants are kept apart.
    public enum Separation {
        /// By the database, and the login could not undo it.
        KEPT,
        /// By the database, but the login owns the tables and could undo it.
        OWNED,
        /// Not for this login: it bypasses row-level security.
        BYPASSED,
        /// Not at all: on some table row-level security was switched off.
        SWITCHED_OFF,
        /// Not yet: the login may not take on the roles that transactions work in.
        ROLES_MISSING
    }

    /// How tenants are kept apart.
    ///
    /// @throws IllegalStateException when the database cannot be asked
    public Separation separation() {
        Object[] roles =
                Arrays.stream(DatabaseRole.values()).map(DatabaseRole::sqlName).toArray();
        try (Connection connection = database.getConnection();
                PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setArray(1, connection.createArrayOf("text", roles));
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return judged(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("database-not-looked-at", failed);
        }
    }

    private static Separation judged(boolean bypasses, boolean takesRoles, boolean forced, boolean owns) {
        if (!takesRoles) {
            return Separation.ROLES_MISSING;
        }
        if (!forced) {
            return Separation.SWITCHED_OFF;
        }
        if (bypasses) {
            return Separation.BYPASSED;
        }
        return owns ? Separation.OWNED : Separation.KEPT;
    }
}
