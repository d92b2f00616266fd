package io.readingroom;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Lets a test look into the database, past the service.
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /// The one number that a query answers.
    public long number(String query) {
        try (Connection connection = source.getConnection();
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
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs statements as somebody who may do anything in the database: no trigger sees them.
    public void secretly(String sql) throws SQLException {
        run("begin; set local session_replication_role = replica; " + sql + "; commit");
    }

    /// The JDBC address of the database.
    public String url() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    /// A connection of its own, for a transaction that a test holds open.
    public Connection connection() throws SQLException {
        return source.getConnection();
    }
}
