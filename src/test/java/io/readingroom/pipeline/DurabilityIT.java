package io.readingroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.document.DocumentId;
import io.readingroom.intake.Submission;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ScriptedHouse.class)
class DurabilityIT {

    private static final String TEXT = "The board agreed to the plan and closed the meeting early. ".repeat(8);

    @Inject
    Database database;

    @Inject
    Event<Submission> received;

    @Test
    void a_submission_that_is_rolled_back_leaves_no_task_and_no_journey() throws SQLException {
        DocumentId document = DocumentId.random();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    received.fire(submission(document));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThat(count("select count(*) from scheduled_tasks where task_instance = ?::text", document.value()))
                .isZero();
        assertThat(count("select count(*) from journey where document = ?", document.value()))
                .isZero();
    }

    @Test
    void what_was_read_before_the_model_server_went_down_is_not_read_again() throws SQLException {
        ScriptedHouse.READ.drainPermits();
        ScriptedHouse.DOWN.release();
        String id = Desk.submit(TEXT + "@down " + TEXT);
        int chunks = Desk.await(id, "completed").path("progress.chunks.total");
        assertThat(ScriptedHouse.READ.availablePermits()).isEqualTo(chunks).isGreaterThan(4);
        assertThat(count("select count(*) from chunk_reading where document = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void a_document_of_a_replica_that_crashed_is_taken_over() throws SQLException {
        String id = Desk.submit(TEXT);
        Desk.await(id, "completed");
        update("delete from kept_result where purpose = 'analysis' and document = ?", UUID.fromString(id));
        update("update journey set state = 'READING', finished_at = null where document = ?", UUID.fromString(id));
        update("""
                insert into scheduled_tasks
                    (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('read-document', ?::text, now() - interval '2 h', true, 'gone', now() - interval '1 h', 2)""", UUID.fromString(id));
        Desk.await(id, "completed");
        assertThat(count("select count(*) from kept_result where document = ?", UUID.fromString(id)))
                .isEqualTo(2);
    }

    @Test
    void a_document_that_another_replica_cancelled_stops_here_too() throws Exception {
        String id = Desk.submit("@hang " + TEXT);
        ScriptedHouse.HANGING.acquire();
        update("update journey set state = 'CANCELLED' where document = ?", UUID.fromString(id));
        ScriptedHouse.INTERRUPTED.acquire();
        assertThat(count(
                        "select count(*) from journey where state = 'CANCELLED' and document = ?", UUID.fromString(id)))
                .isOne();
    }

    private static Submission submission(DocumentId document) {
        return new Submission(
                document, "default", "text/plain", 1, null, "general", null, Instant.parse("2026-01-15T09:30:00Z"));
    }

    private int count(String query, UUID document) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, document);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private void update(String sql, UUID document) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, document);
            assertThat(statement.executeUpdate()).isOne();
        }
    }
}
