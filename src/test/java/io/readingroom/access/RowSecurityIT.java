package io.readingroom.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.access.DatabaseReport.Separation;
import io.readingroom.demo.DatabaseServer;
import io.readingroom.pipeline.GuardedHouse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database keeps apart by itself, for the login by which the service works: each transaction sees the rows of
/// one tenant, and may do what its role may.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(GuardedHouse.class)
class RowSecurityIT {

    private static final String NORTH = "rows-north";
    private static final String SOUTH = "rows-south";
    private static final String DENIED = "42501";

    @Inject
    DataSource source;

    @Inject
    Database database;

    @Inject
    DatabaseReport report;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedIssuer issuer;

    /// Of the north; both have one, and none of the tests changes them.
    private static @Nullable String document;

    @BeforeEach
    void both_have_a_document_that_was_read() throws SQLException {
        if (document != null) {
            return;
        }
        document = read(NORTH);
        read(SOUTH);
        database.run("insert into chunk_reading select document::uuid, 0, 1, 'origin', '\\x00'"
                + " from document_key where tenant in ('" + NORTH + "', '" + SOUTH + "') on conflict do nothing");
    }

    private String read(String tenant) {
        return given().auth()
                .oauth2(issuer.token("sam", tenant, "uploader", "reader"))
                .header("Prefer", "wait=20")
                .multiPart("file", "a.txt", "Some words.".getBytes(UTF_8))
                .post("/v1/documents")
                .then()
                .statusCode(200)
                .extract()
                .path("documentId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission", "journey", "document_key", "retention"})
    void a_statement_that_forgets_the_tenant_finds_the_rows_of_one(String table) {
        assertThat(database.number("select count(distinct tenant) from " + table))
                .isGreaterThan(1);
        assertThat(tenants(table)).containsExactly(SOUTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submission_segment", "kept_result", "chunk_reading"})
    void what_is_kept_of_a_document_is_found_by_its_tenant_alone(String table) {
        String count = "select count(*) from " + table + " where document = '" + document + "'";
        assertThat(as(NORTH, count)).isPositive();
        assertThat(as(SOUTH, count)).isZero();
    }

    @Test
    void a_row_of_another_tenant_is_neither_changed_nor_made() {
        assertThat(as(
                        SOUTH,
                        "with changed as (update journey set source_id = 'x' where document = '" + document
                                + "' returning 1) select count(*) from changed"))
                .isZero();
        assertDenied(() -> as(
                SOUTH,
                "with made as (insert into journey select gen_random_uuid(), '" + NORTH
                        + "', null, 'a/b', 'x', null, 'RECEIVED', now() returning 1) select count(*) from made"));
    }

    @Test
    void outside_of_a_transaction_the_service_and_the_owner_see_no_document() throws SQLException {
        String count = "select count(*) from journey";
        assertThat(database.number(count)).isPositive();
        try (Connection service = source.getConnection();
                Connection owner = DriverManager.getConnection(database.url(), DatabaseServer.OWNER, "")) {
            assertThat(number(service, count)).isZero();
            assertThat(number(owner, count)).isZero();
            assertDenied(() -> number(service, "select count(*) from audit_event"));
        }
    }

    @Test
    void what_a_transaction_was_is_over_with_it() throws SQLException {
        as(NORTH, "select count(*) from journey");
        try (Connection connection = source.getConnection()) {
            assertThat(number(
                            connection,
                            "select count(*) where current_user = '" + DatabaseServer.SERVICE
                                    + "' and coalesce(current_setting('reading_room.tenant', true), '') = ''"))
                    .isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from audit_event",
                "select count(*) from audit_pending",
                "with gone as (delete from audit_pending returning 1) select count(*) from gone",
                "with gone as (delete from log_checkpoint returning 1) select count(*) from gone",
                "with open as (update log_state set frozen_at = null returning 1) select count(*) from open",
                "with back as (update document_key set destroyed_at = null, tenant = 'x' returning 1), gone as"
                        + " (delete from document_key returning 1) select count(*) from gone",
                "with gone as (delete from erasure returning 1) select count(*) from gone",
                "with gone as (delete from legal_hold returning 1) select count(*) from gone"
            })
    void the_application_cannot_undo_what_was_recorded(String statement) {
        assertDenied(() -> as(NORTH, statement));
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseRole.class,
            names = {"SEQUENCER", "AUDITOR", "HOUSEKEEPING"})
    void no_other_role_gets_at_what_documents_say(DatabaseRole role) {
        for (String table : Set.of("submission_segment", "kept_result", "chunk_reading")) {
            assertDenied(() -> in(role, "select count(*) from " + table));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void no_role_takes_an_event_out_of_the_log(DatabaseRole role) {
        assertDenied(() -> in(role, "with gone as (delete from audit_event returning 1) select count(*) from gone"));
        assertDenied(() ->
                in(role, "with other as (update audit_event set entry = '' returning 1) select count(*) from other"));
    }

    @Test
    void the_auditor_changes_nothing_and_sees_one_tenant() {
        given().auth()
                .oauth2(issuer.token("ann", SOUTH, "auditor"))
                .get("/v1/audit/events")
                .then()
                .statusCode(200);
        String count = "select count(distinct tenant) from audit_event";
        assertThat(database.number(count)).isGreaterThan(1);
        assertThat(OnBehalf.ofTenant(SOUTH, () -> in(DatabaseRole.AUDITOR, count)))
                .isOne();
        assertThat(OnBehalf.ofTenant(SOUTH, () -> in(DatabaseRole.AUDITOR, "select count(*) from register_gaps")))
                .isZero();
        for (String table : Set.of("audit_event", "log_state", "log_tile", "log_checkpoint", "log_anchor")) {
            assertThat(database.number("select count(*) from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'])"
                            + " privilege where has_any_column_privilege('reading_room_auditor', '" + table
                            + "', 'UPDATE, INSERT') or has_table_privilege('reading_room_auditor', '" + table
                            + "', privilege)"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void every_table_that_tells_whose_its_rows_are_is_kept_apart() throws SQLException {
        assertThat(report.separation()).isEqualTo(Separation.KEPT);
        database.run("alter table journey no force row level security");
        try {
            assertThat(report.separation()).isEqualTo(Separation.SWITCHED_OFF);
        } finally {
            database.run("alter table journey force row level security");
        }
    }

    private Set<String> tenants(String table) {
        Set<String> tenants = new TreeSet<>();
        OnBehalf.ofTenant(
                SOUTH,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (Connection connection = source.getConnection();
                            Statement statement = connection.createStatement();
                            ResultSet row = statement.executeQuery("select tenant from " + table)) {
                        while (row.next()) {
                            tenants.add(row.getString(1));
                        }
                    }
                    return true;
                }));
        return tenants;
    }

    private long as(String tenant, String query) {
        return OnBehalf.ofTenant(tenant, () -> in(DatabaseRole.APPLICATION, query));
    }

    private long in(DatabaseRole role, String query) {
        return role.call(() -> {
            try (Connection connection = source.getConnection()) {
                return number(connection, query);
            }
        });
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertDenied(ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        assertThat(thrown instanceof SQLException ? thrown : thrown.getCause())
                .asInstanceOf(InstanceOfAssertFactories.throwable(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(DENIED);
    }
}
