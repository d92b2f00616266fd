package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.Patience;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One hand, held by a document that hangs while others gather; what counts is the order in which they
/// are finished.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(FairQueueIT.OneHand.class)
class FairQueueIT {

    private static final String SENTENCE = "The board agreed to the plan and closed the meeting early. ";

    /// One chunk of the reader's target.
    private static final String SHORT = SENTENCE;

    private static final String LONG = SENTENCE.repeat(40);

    @Inject
    Database database;

    private String holding;

    /// A house with one hand and chunks as small as its reader takes them.
    public static class OneHand extends ScriptedHouse {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("reading-room.pipeline.concurrency", "1");
            settings.put("reading-room.reading.target-tokens", "64");
            return settings;
        }
    }

    @BeforeEach
    void hold_the_hand() throws InterruptedException {
        holding = submit("holding", "@hang " + SENTENCE);
        ScriptedHouse.HANGING.acquire();
    }

    @AfterEach
    void nothing_is_left() {
        await("select count(*) from scheduled_tasks", 0);
    }

    @Test
    void a_single_document_is_not_behind_a_flood_of_another_source() throws Exception {
        List<String> flood =
                IntStream.range(0, 60).mapToObj(i -> submit("flood", SHORT)).toList();
        String single = submit("single", SHORT);
        letGo();
        List<String> finished = finished(all(flood, single));
        assertThat(finished.indexOf(single)).as("its place among 61").isLessThan(3);
    }

    @Test
    void short_documents_are_finished_before_a_long_one_that_came_first() throws Exception {
        String longOne = submit("same", LONG);
        List<String> shortOnes =
                IntStream.range(0, 5).mapToObj(i -> submit("same", SHORT)).toList();
        letGo();
        List<String> finished = finished(all(shortOnes, longOne));
        assertThat(finished).last().isEqualTo(longOne);
        assertThat(Desk.await(longOne, "completed").<Integer>path("progress.chunks.total"))
                .isGreaterThan(30);
    }

    @Test
    void a_long_document_is_finished_before_the_end_of_a_flood_of_short_ones() throws Exception {
        List<String> flood =
                IntStream.range(0, 120).mapToObj(i -> submit("flood", SHORT)).toList();
        String longOne = submit("long", LONG);
        letGo();
        List<String> finished = finished(all(flood, longOne));
        // Chunk for document, they take turns: about as many short ones as the long one has chunks.
        assertThat(finished.indexOf(longOne)).isBetween(20, 80);
    }

    @Test
    void documents_that_were_put_off_do_not_hold_up_a_newcomer_when_they_come_back() throws Exception {
        List<String> flood =
                IntStream.range(0, 30).mapToObj(i -> submit("flood", SHORT)).toList();
        database.run("update scheduled_tasks set execution_time = now() + interval '1 hour' where not picked");
        String newcomer = submit("newcomer", SHORT);
        database.run("update scheduled_tasks set execution_time = now() - interval '1 s' where not picked");
        letGo();
        assertThat(finished(all(flood, newcomer)).indexOf(newcomer)).isLessThan(3);
    }

    @Test
    void a_document_that_its_replica_did_not_survive_lets_others_go_first() throws Exception {
        String fatal = submit("fatal", SHORT);
        List<String> others =
                IntStream.range(0, 3).mapToObj(i -> submit("other", SHORT)).toList();
        database.run(
                "update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat = now() - interval '1 h'"
                        + " where task_instance = '" + fatal + "'");
        await("select count(*) from scheduled_tasks where picked", 1);
        letGo();
        assertThat(finished(all(others, fatal))).last().isEqualTo(fatal);
    }

    @Test
    void no_name_of_a_source_stands_in_the_lines() throws Exception {
        String document = submit("4711-plain", SHORT);
        letGo();
        assertThat(database.number("select count(*) from waiting_line")).isPositive();
        assertThat(database.number("select count(*) from waiting_line where source like '%4711%'"
                        + " or source !~ '^[0-9a-f]{32}$'"))
                .isZero();
        Desk.await(document, "completed");
    }

    private void letGo() throws InterruptedException {
        given().post("/v1/documents/" + holding + "/cancel").then().statusCode(200);
        ScriptedHouse.INTERRUPTED.acquire();
    }

    private static String submit(String source, String text) {
        Response response = Desk.upload(given().multiPart("sourceId", source), text);
        assertThat(response.statusCode()).isEqualTo(202);
        return response.path("id");
    }

    private static List<String> all(List<String> many, String one) {
        List<String> all = new ArrayList<>(many);
        all.add(one);
        return all;
    }

    /// These documents in the order in which they were finished.
    private List<String> finished(List<String> documents) throws SQLException {
        documents.forEach(document -> Desk.await(document, "completed"));
        List<String> finished = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select document from audit_recorded where code = 'analysis.completed'"
                                + " order by leaf_index nulls last, occurred_at")) {
            while (rows.next()) {
                finished.add(rows.getString(1));
            }
        }
        finished.retainAll(documents);
        return finished;
    }

    private void await(String query, long number) {
        Patience.until(query, () -> database.number(query) == number);
    }
}
