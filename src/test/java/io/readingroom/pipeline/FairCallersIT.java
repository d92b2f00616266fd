package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.access.ScriptedIssuer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A caller that was verified has one share, whatever it says about its sources. Its documents hang, so that their
/// turns can be looked at; that they are read in this order, another test says.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(GuardedHouse.class)
class FairCallersIT {

    private static final int MANY = 50;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedIssuer issuer;

    private final List<String> submitted = new ArrayList<>();
    private String token = "";

    @AfterEach
    void cancel() {
        for (String document : submitted) {
            given().auth().oauth2(token).post("/v1/documents/" + document + "/cancel");
        }
        ScriptedHouse.HANGING.drainPermits();
        ScriptedHouse.INTERRUPTED.drainPermits();
    }

    @Test
    void fifty_made_up_sources_share_the_part_of_their_caller() {
        as("many-4711");
        for (int i = 0; i < MANY; i++) {
            submit("made-up-" + i);
        }
        as("single-4711");
        String first = submit("archive");
        String second = submit("archive");

        assertThat(before(first)).as("documents with an earlier turn").isLessThan(3);
        assertThat(before(second)).isLessThan(5);
        assertThat(database.number("select count(distinct line_owner) from scheduled_tasks"))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from scheduled_tasks where line_owner !~ '^[0-9a-f]{32}$'"))
                .as("names in plain")
                .isZero();
    }

    private long before(String document) {
        return database.number("select count(*) from scheduled_tasks where turn <"
                + " (select turn from scheduled_tasks where task_instance = '" + document + "')");
    }

    private void as(String subject) {
        token = issuer.token(subject, "north", "uploader", "reader");
    }

    private String submit(String source) {
        String document = Desk.upload(
                        given().auth().oauth2(token).multiPart("sourceId", source), "@hang The board agreed. ")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        submitted.add(document);
        return document;
    }
}
