package io.readingroom;

import io.readingroom.demo.DatabaseServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets a test look into the database past the service, as the administrator whom nothing keeps from any row.
@ApplicationScoped
public class Database {

    private final String url;

    Database(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    /// The one number that a query answers.
    public long number(String query) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Runs a statement in a transaction of its own.
    public void run(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs statements as somebody who may do anything in the database: no trigger sees them.
    public void secretly(String sql) throws SQLException {
        run("begin; set local session_replication_role = replica; " + sql + "; commit");
    }

    /// The JDBC address of the database.
    public String url() {
        return url;
    }

    /// A connection of its own, for a transaction that a test holds open.
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url, DatabaseServer.USER, "");
    }
}
