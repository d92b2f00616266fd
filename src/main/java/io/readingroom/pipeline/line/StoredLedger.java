package io.readingroom.pipeline.line;

import io.readingroom.document.DocumentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/// The ledger as rows, in the caller's transaction. The places stand with the tasks.
@ApplicationScoped
class StoredLedger implements Ledger {

    private static final String TIME = """
            coalesce((select min(turn) from scheduled_tasks), (select max(paid) from waiting_line), 0)""";

    private final DataSource database;

    StoredLedger(DataSource database) {
        this.database = database;
    }

    @Override
    public long time() {
        return number("select " + TIME);
    }

    @Override
    public long lock(Line line) {
        change(
                "insert into waiting_line (source, long_documents, paid) values (?, ?, 0) on conflict do nothing",
                line.owner(),
                line.longDocuments());
        return number(
                "select paid from waiting_line where source = ? and long_documents = ? for update",
                line.owner(),
                line.longDocuments());
    }

    @Override
    public void pay(Line line, long paid) {
        change(
                "update waiting_line set paid = ? where source = ? and long_documents = ?",
                paid,
                line.owner(),
                line.longDocuments());
    }

    @Override
    public void prune() {
        change("""
                delete from waiting_line where (source, long_documents) in (
                    select source, long_documents from waiting_line where paid < %s
                    order by paid limit 16 for update skip locked)
                """.formatted(TIME));
    }

    @Override
    public void own(DocumentId document, String owner) {
        change(
                "update scheduled_tasks set line_owner = ? where task_name = ? and task_instance = ?",
                owner,
                Lines.TASK,
                document.toString());
    }

    @Override
    public Optional<String> owner(DocumentId document) {
        String sql =
                "select line_owner from scheduled_tasks where task_name = ? and task_instance = ? and line_owner is not null";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, Lines.TASK, document.toString());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    @Override
    public Optional<Place> place(DocumentId document) {
        String sql =
                "select turn, paid from scheduled_tasks where task_name = ? and task_instance = ? and turn is not null";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, Lines.TASK, document.toString());
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new Place(row.getLong(1), row.getLong(2))) : Optional.empty();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /// The scheduler's own version of the row is left alone: nothing that it knows of is changed.
    @Override
    public void put(DocumentId document, Place place) {
        change(
                "update scheduled_tasks set turn = ?, paid = ? where task_name = ? and task_instance = ?",
                place.turn(),
                place.paid(),
                Lines.TASK,
                document.toString());
    }

    @Override
    public boolean waitingBefore(long turn, Instant now) {
        return number("""
                        select count(*) from (select 1 from scheduled_tasks
                            where not picked and execution_time <= ? and (turn is null or turn < ?) limit 1) as waiting
                        """, now.atOffset(ZoneOffset.UTC), turn) > 0;
    }

    private long number(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private void change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /// Without the driver's words, which quote values.
    private static IllegalStateException failure(SQLException failed) {
        return new IllegalStateException("The lines cannot be told: SQL state " + failed.getSQLState());
    }
}
