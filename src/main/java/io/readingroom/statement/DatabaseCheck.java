package io.readingroom.statement;

import io.readingroom.access.AccessReport;
import io.readingroom.access.AccessReport.Recognition;
import io.readingroom.access.DatabaseReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Whether the database keeps tenants apart by itself, whatever a statement forgets to ask.
@ApplicationScoped
class DatabaseCheck implements Check {

    private static final String CHECK = "tenants-in-the-database";

    private final DatabaseReport database;
    private final AccessReport access;

    DatabaseCheck(DatabaseReport database, AccessReport access) {
        this.database = database;
        this.access = access;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                switch (database.separation()) {
                    case KEPT ->
                        Finding.passed(
                                CHECK,
                                "Row-level security keeps tenants apart, and the service's login could not undo it.");
                    case OWNED ->
                        Finding.passed(
                                CHECK,
                                "Row-level security keeps tenants apart; the service's login owns the tables and could"
                                        + " undo it.");
                    case BYPASSED -> bypassed();
                    case SWITCHED_OFF ->
                        Finding.failed(
                                CHECK,
                                "Row-level security was switched off on a table: enable and force it again, as the"
                                        + " migrations do.");
                    case ROLES_MISSING ->
                        Finding.failed(
                                CHECK,
                                "The service's login may not take on the roles that its transactions work in: have an"
                                        + " administrator of the database run roles.sql.");
                });
    }

    private Finding bypassed() {
        return access.recognition() == Recognition.DEMONSTRATION
                ? Finding.passed(CHECK, "This is a demonstration, and its login may do everything in the database.")
                : Finding.failed(
                        CHECK,
                        "The service's login is a superuser or bypasses row-level security: give the service a login of"
                                + " its own in quarkus.datasource.username, and the owner of the tables in"
                                + " quarkus.datasource.migration.username.");
    }
}
