package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.EmbeddedDatabase;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(ScriptedHouse.class)
class JourneyIT {

    private static final String TEXT = "Minutes of the meeting. The board agreed to the plan. ".repeat(8);

    @Nested
    class A_document_that_can_be_read {

        @Test
        void travels_from_upload_to_an_answer_that_points_into_its_text() {
            String id = Desk.submit(TEXT);
            Desk.await(id, "completed")
                    .then()
                    .body("progress.chunks.read", greaterThanOrEqualTo(2))
                    .body("finishedAt", notNullValue())
                    .body("profile", equalTo("general"));
            JsonPath analysis = given().get("/v1/documents/" + id + "/analysis")
                    .then()
                    .statusCode(200)
                    .body("documentId", equalTo(id))
                    .body("coverage.complete", equalTo(true))
                    .body("provenance.engine", equalTo("scripted"))
                    .extract()
                    .jsonPath();
            JsonPath text = given().get("/v1/documents/" + id + "/text").jsonPath();
            int start = analysis.getInt("keyFacts[0].evidence[0].start");
            int end = analysis.getInt("keyFacts[0].evidence[0].end");
            assertThat(text.getString("text").substring(start, end))
                    .isEqualTo(analysis.getString("keyFacts[0].evidence[0].quote"))
                    .isEqualTo("Minutes");
            assertThat(analysis.getString("keyFacts[0].evidence[0].alignment")).isEqualTo("exact");
        }

        @Test
        void is_answered_as_markdown_on_request() {
            String id = Desk.submit(TEXT);
            Desk.await(id, "completed");
            Response markdown = given().accept("text/markdown").get("/v1/documents/" + id + "/analysis");
            assertThat(markdown.contentType()).startsWith("text/markdown");
            assertThat(markdown.asString()).contains("# Analysis of document " + id, "page 1: “Minutes”");
        }

        @Test
        void is_answered_at_once_to_a_caller_who_prefers_to_wait() {
            Response response = Desk.upload(given().header("Prefer", "respond-async, wait=20"), TEXT);
            response.then()
                    .statusCode(200)
                    .header("Preference-Applied", equalTo("wait=20"))
                    .contentType("application/json")
                    .body("coverage.complete", equalTo(true));
        }

        @Test
        void cannot_be_cancelled_any_more() {
            String id = Desk.submit(TEXT);
            Desk.await(id, "completed");
            given().post("/v1/documents/" + id + "/cancel")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:reading-room:problem:already-ended"));
        }

        @Test
        void leaves_its_whole_life_in_the_register() {
            String id = Desk.submit(TEXT);
            Desk.await(id, "completed");
            given().get("/v1/documents/" + id + "/analysis").then().statusCode(200);
            given().get("/v1/documents/" + id + "/text").then().statusCode(200);
            List<String> codes =
                    given().get("/v1/audit/events?document=" + id).jsonPath().getList("events.code");
            assertThat(codes.stream().distinct())
                    .containsExactly(
                            "document.received",
                            "text.extracted",
                            "chunk.begun",
                            "chunk.read",
                            "analysis.begun",
                            "analysis.completed",
                            "analysis.accessed",
                            "text.accessed");
        }
    }

    @Nested
    class A_document_that_cannot_be_read {

        @Test
        void fails_with_the_reason_and_answers_it_wherever_it_is_asked_for() {
            String id = Desk.submit("@encrypted " + TEXT);
            Desk.await(id, "failed").then().body("problem.type", equalTo("urn:reading-room:problem:encrypted"));
            given().get("/v1/documents/" + id + "/analysis")
                    .then()
                    .statusCode(422)
                    .contentType(startsWith("application/problem+json"))
                    .body("type", equalTo("urn:reading-room:problem:encrypted"));
        }

        @Test
        void answers_a_caller_who_prefers_to_wait_with_the_problem() {
            Desk.upload(given().header("Prefer", "wait=20"), "@encrypted " + TEXT)
                    .then()
                    .statusCode(422)
                    .contentType(startsWith("application/problem+json"))
                    .body("type", equalTo("urn:reading-room:problem:encrypted"));
        }

        @Test
        void fails_as_an_internal_error_when_a_bug_is_met() {
            String id = Desk.submit("@boom " + TEXT);
            Desk.await(id, "failed").then().body("problem.type", equalTo("urn:reading-room:problem:internal-error"));
        }
    }

    @Nested
    class A_document_that_is_being_read {

        @Test
        void is_not_ready_and_says_when_to_ask_again() throws InterruptedException {
            String id = hanging();
            given().get("/v1/documents/" + id + "/analysis")
                    .then()
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:reading-room:problem:not-ready"));
            given().get("/v1/documents/" + id + "/text").then().statusCode(200);
            given().post("/v1/documents/" + id + "/cancel").then().statusCode(200);
            ScriptedHouse.INTERRUPTED.acquire();
        }

        @Test
        void is_answered_with_202_when_the_preferred_wait_is_over() throws InterruptedException {
            Response response = Desk.upload(given().header("Prefer", "wait=1"), "@hang " + TEXT);
            response.then().statusCode(202).body("state", equalTo("received"));
            ScriptedHouse.HANGING.acquire();
            given().post("/v1/documents/" + response.path("id") + "/cancel");
            ScriptedHouse.INTERRUPTED.acquire();
        }

        @Test
        void stops_when_it_is_cancelled() throws InterruptedException {
            String id = hanging();
            given().post("/v1/documents/" + id + "/cancel")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"));
            ScriptedHouse.INTERRUPTED.acquire();
            given().post("/v1/documents/" + id + "/cancel").then().statusCode(200);
            given().get("/v1/documents/" + id + "/analysis")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:reading-room:problem:cancelled"));
        }

        @Test
        void stops_when_it_is_erased_and_is_gone_for_good() throws InterruptedException {
            String id = hanging();
            given().delete("/v1/documents/" + id).then().statusCode(204);
            ScriptedHouse.INTERRUPTED.acquire();
            Desk.await(id, "erased");
            given().get("/v1/documents/" + id + "/text").then().statusCode(410);
            given().get("/v1/documents/" + id + "/analysis").then().statusCode(410);
            given().post("/v1/documents/" + id + "/cancel").then().statusCode(410);
        }

        @Test
        void waits_for_a_model_server_that_is_down() {
            ScriptedHouse.DOWN.release(2);
            String id = Desk.submit("@down " + TEXT);
            Desk.await(id, "completed");
            assertThat(ScriptedHouse.DOWN.availablePermits()).isZero();
        }

        private String hanging() throws InterruptedException {
            String id = Desk.submit(TEXT + "@hang " + TEXT);
            ScriptedHouse.HANGING.acquire();
            return id;
        }
    }

    @Nested
    class A_stream_of_events {

        @Test
        void tells_the_progress_and_closes_with_the_last_state() {
            String id = Desk.submit(TEXT);
            String stream = given().get("/v1/documents/" + id + "/events").asString();
            assertThat(stream).contains("event:completed", "\"state\":\"completed\"", id);
            assertThat(stream.lines().filter(line -> line.startsWith("event:")).toList())
                    .last()
                    .isEqualTo("event:completed");
        }

        @Test
        void is_refused_for_an_unknown_document() {
            given().get("/v1/documents/7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11/events")
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class A_list {

        @Test
        void comes_in_pages_that_hold_every_document_once() {
            List<String> submitted = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                submitted.add(Desk.upload(given().multiPart("sourceId", "paged"), "@encrypted " + i)
                        .path("id"));
            }
            List<String> listed = new ArrayList<>();
            String next = "/v1/documents?sourceId=paged&limit=2";
            while (next != null) {
                Response page = given().get(next);
                listed.addAll(page.jsonPath().getList("documents.id", String.class));
                String cursor = page.path("next");
                assertThat(page.header("Link") == null).isEqualTo(cursor == null);
                next = cursor == null ? null : "/v1/documents?sourceId=paged&limit=2&cursor=" + cursor;
            }
            assertThat(listed).containsExactlyElementsOf(submitted.reversed());
        }

        @Test
        void is_filtered_by_state() {
            String id = Desk.upload(given().multiPart("sourceId", "filtered"), "@encrypted")
                    .path("id");
            Desk.await(id, "failed");
            given().get("/v1/documents?sourceId=filtered&state=failed")
                    .then()
                    .body("documents.id", equalTo(List.of(id)));
            given().get("/v1/documents?sourceId=filtered&state=completed")
                    .then()
                    .body("documents", hasSize(0));
        }

        @Test
        void refuses_parameters_that_mean_nothing() {
            for (String query : List.of("state=lost", "limit=0", "limit=201")) {
                refused(query, "filter-invalid");
            }
            for (String query : List.of("cursor=AAAA", "cursor=%20")) {
                refused(query, "cursor-invalid");
            }
        }

        private void refused(String query, String problem) {
            given().get("/v1/documents?" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:reading-room:problem:" + problem));
        }
    }

    @Test
    void an_unknown_document_is_a_problem_wherever_it_is_asked_for() {
        for (String id : List.of("7d0c6ae4-6f0e-4f3a-9a3e-0d7e5b0f4a11", "no-id")) {
            for (String path : List.of("", "/analysis", "/text", "/events")) {
                given().get("/v1/documents/" + id + path)
                        .then()
                        .statusCode(404)
                        .body("type", equalTo("urn:reading-room:problem:unknown-document"));
            }
        }
    }
}
