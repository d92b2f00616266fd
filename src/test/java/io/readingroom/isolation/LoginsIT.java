package io.readingroom.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.demo.DatabaseServer;
import io.readingroom.demo.ServiceProcess;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged service with logins of its own in the database: one that owns the tables and is gone before the service
/// starts, and one that owns nothing.
@Tag("isolation")
class LoginsIT {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final DatabaseServer database = DatabaseServer.temporary();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void the_owner_migrates_and_the_service_reads_without_owning_anything() throws Exception {
        Map<String, String> owner = settings();
        owner.put("QUARKUS_DATASOURCE_USERNAME", DatabaseServer.OWNER);
        owner.put("QUARKUS_INIT_AND_EXIT", "true");
        assertThat(ServiceProcess.run(folder.resolve("migrations.log"), owner, LONGEST))
                .isZero();
        assertThat(number("select count(*) from pg_tables where schemaname = 'public' and tableowner = '"
                        + DatabaseServer.OWNER + "'"))
                .isGreaterThan(20);
        assertThat(number("select count(*) from audit_pending"))
                .as("nothing of the service began")
                .isZero();

        Map<String, String> service = settings();
        service.put("QUARKUS_FLYWAY_MIGRATION_MIGRATE_AT_START", "false");
        service.remove("QUARKUS_DATASOURCE_MIGRATION_USERNAME");
        try (ServiceProcess started = ServiceProcess.start(0, folder.resolve("service.log"), service)) {
            asked(started)
                    .header("Prefer", "wait=60")
                    .multiPart(
                            "file",
                            Path.of("samples", "supply-agreement.en.txt").toFile())
                    .post("/v1/documents")
                    .then()
                    .statusCode(200);
            assertThat(asked(started).get("/v1/privacy/statement").asString())
                    .contains("keeps tenants apart, and the service's login could not undo it");
        }
    }

    @Test
    void a_login_that_nothing_keeps_back_is_refused() throws Exception {
        Map<String, String> settings = settings();
        settings.put("QUARKUS_DATASOURCE_USERNAME", DatabaseServer.USER);
        settings.put("READING_ROOM_ACCESS_MODE", "oidc");
        settings.put("READING_ROOM_ACCESS_ISSUER", "http://127.0.0.1:9/realms/staff");
        assertRefused(settings, "is a superuser or bypasses row-level security");
    }

    @Test
    void a_login_that_may_not_take_on_the_roles_is_told_what_to_do() throws Exception {
        run("create role somebody login");
        Map<String, String> settings = settings();
        settings.put("QUARKUS_DATASOURCE_USERNAME", "somebody");
        assertRefused(settings, "have an administrator of the database run roles.sql");
    }

    private void assertRefused(Map<String, String> settings, String sentence) throws Exception {
        Path log = folder.resolve("refused.log");
        assertThatThrownBy(() -> ServiceProcess.start(0, log, settings).close())
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(log)).contains(sentence);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = Settings.of(database, folder, URI.create("http://127.0.0.1:9"));
        settings.put("READING_ROOM_ENGINE", "extractive");
        return settings;
    }

    private static RequestSpecification asked(ServiceProcess service) {
        return RestAssured.given().baseUri(service.address().toString());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
