package io.readingroom.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.extraction.server.DistantExtractor;
import io.readingroom.inference.ollama.ScriptedModel;
import io.readingroom.inference.ollama.ScriptedOllama;
import io.readingroom.inference.ollama.ScriptedReply;
import io.readingroom.telemetry.ReceivedSpan;
import io.readingroom.telemetry.ScriptedCollector;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The trace of a document, as a collector gets it: with the real rooms, a scripted model and a distant
/// extractor.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@QuarkusTestResource(ScriptedModel.class)
@TestProfile(TracesIT.Watched.class)
class TracesIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String TEXT = "The tenant pays the rent in advance. The landlord keeps the roof. ".repeat(40);

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedCollector collector;

    @SuppressWarnings("NullAway.Init") // given by the test resource
    ScriptedOllama model;

    @Inject
    Database database;

    /// Small chunks, read two at a time.
    public static final class Watched implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.engine", "ollama",
                    "reading-room.reading.target-tokens", "200",
                    "reading-room.inference.permits", "2",
                    "reading-room.pipeline.heartbeat", "500MS",
                    "reading-room.pipeline.polling", "200MS");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(ScriptedCollector.class), new TestResourceEntry(DistantExtractor.class));
        }
    }

    @BeforeEach
    void answer() {
        model.answering(chat -> ScriptedReply.answer(chat.hasSchema() ? "{}" : "The tenant pays the rent in advance."));
    }

    @Test
    void one_trace_leads_from_the_caller_s_request_to_the_kept_result() throws Exception {
        int chatsBefore = model.chats().size();
        Response received = Desk.upload(given().header("traceparent", "00-" + TRACE + "-" + CALLER + "-01"), TEXT);
        String id = received.path("id");
        Desk.await(id, "completed");
        List<ReceivedSpan> trace = trace(id);

        ReceivedSpan upload = only(trace, "POST /v1/documents");
        ReceivedSpan walk = only(trace, "read document");
        assertThat(trace).allMatch(span -> span.trace().equals(TRACE), "is on the caller's trace");
        assertThat(upload.parent()).isEqualTo(CALLER);
        assertThat(upload.attributes())
                .containsEntry("http.response.status_code", "202")
                .containsEntry("reading_room.document.id", id)
                .containsEntry("reading_room.request.id", received.header("X-Request-Id"));
        assertThat(walk.parent()).isEqualTo(upload.id());
        assertThat(walk.attributes()).containsEntry("reading_room.outcome", "completed");
        for (String step : List.of("extract", "chunk", "analyse", "keep result")) {
            assertThat(only(trace, step).parent()).as(step).isEqualTo(walk.id());
        }
        assertThat(only(trace, "extractor").parent())
                .isEqualTo(only(trace, "extract").id());
        assertThat(named(trace, "read chunk"))
                .hasSizeGreaterThan(2)
                .hasSize(Integer.parseInt(only(trace, "chunk").attributes().get("reading_room.chunks")))
                .allMatch(span -> span.parent().equals(walk.id()), "is a part of the walk");
        assertThat(named(trace, "chat"))
                .as("as many as the server was asked")
                .hasSize(model.chats().size() - chatsBefore);
    }

    @Test
    void a_call_of_the_model_tells_what_it_cost_as_a_part_of_the_step_that_made_it() throws Exception {
        String id = Desk.submit(TEXT);
        Desk.await(id, "completed");
        List<ReceivedSpan> trace = trace(id);

        Set<String> steps = trace.stream()
                .filter(span -> Set.of("read chunk", "analyse", "chunk").contains(span.name()))
                .map(ReceivedSpan::id)
                .collect(Collectors.toSet());
        assertThat(named(trace, "chat")).isNotEmpty().allSatisfy(call -> {
            assertThat(steps).contains(call.parent());
            assertThat(call.kind()).isEqualTo(3);
            assertThat(call.failed()).isFalse();
            assertThat(call.attributes())
                    .containsEntry("gen_ai.operation.name", "chat")
                    .containsEntry("gen_ai.request.model", ScriptedOllama.MODEL)
                    .containsEntry("gen_ai.response.finish_reasons", "stop")
                    .containsEntry("reading_room.model.digest", "sha256:" + "5c".repeat(32))
                    .containsKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens");
        });
    }

    @Test
    void a_replica_that_takes_a_document_over_goes_on_with_its_trace() throws Exception {
        String id = Desk.submit(TEXT);
        Desk.await(id, "completed");
        trace(id);
        database.run("delete from kept_result where purpose = 'analysis' and document = '" + id + "'");
        database.run("update journey set state = 'READING', finished_at = null where document = '" + id + "'");
        database.run("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by,
                    last_heartbeat, version)
                values ('read-document', '%s', '00-%s-%s-01', now() - interval '2 h', true, 'gone',
                    now() - interval '1 h', 2)""".formatted(id, "ab".repeat(16), "cd".repeat(8)));
        Desk.await(id, "completed");

        List<ReceivedSpan> spans =
                collector.await(span -> walkOf(id, span) && span.trace().equals("ab".repeat(16)));
        assertThat(spans.stream().filter(span -> span.trace().equals("ab".repeat(16))))
                .anyMatch(span -> walkOf(id, span) && span.parent().equals("cd".repeat(8)))
                .anyMatch(span -> span.name().equals("keep result"));
    }

    @Test
    void a_trace_that_is_none_keeps_nothing_from_being_read() throws Exception {
        Response received = Desk.upload(given().header("traceparent", "00-words-words-01"), TEXT);
        String id = received.path("id");
        Desk.await(id, "completed");
        assertThat(only(trace(id), "POST /v1/documents").parent()).isEmpty();
    }

    @Test
    void a_request_tells_neither_who_asks_nor_what_for() throws Exception {
        given().header("User-Agent", "zanzibarite")
                .queryParam("sourceId", "zanzibarite")
                .get("/v1/documents")
                .then()
                .statusCode(200);
        given().get("/v1/documents/zanzibarite").then().statusCode(404);
        List<ReceivedSpan> spans = collector.await(span -> span.name().equals("GET /v1/documents/{id}"));
        assertThat(spans.stream().filter(span -> span.name().startsWith("GET ")))
                .hasSizeGreaterThan(1)
                .allSatisfy(span -> assertThat(span.attributes().keySet())
                        .isSubsetOf(
                                "http.request.method",
                                "http.route",
                                "http.response.status_code",
                                "reading_room.document.id",
                                "reading_room.request.id"));
        assertThat(collector.wire()).doesNotContain("zanzibarite", "127.0.0.1");
    }

    /// The spans of the document's trace, once its walk has ended.
    private List<ReceivedSpan> trace(String document) throws InterruptedException {
        ReceivedSpan walk = collector.await(span -> walkOf(document, span)).stream()
                .filter(span -> walkOf(document, span))
                .findFirst()
                .orElseThrow();
        return collector
                .await(span -> span.trace().equals(walk.trace()) && span.name().startsWith("POST"))
                .stream()
                .filter(span -> span.trace().equals(walk.trace()))
                .toList();
    }

    private static boolean walkOf(String document, ReceivedSpan span) {
        return span.name().equals("read document")
                && document.equals(span.attributes().get("reading_room.document.id"));
    }

    private static ReceivedSpan only(List<ReceivedSpan> trace, String name) {
        assertThat(named(trace, name)).as(name).hasSize(1);
        return named(trace, name).getFirst();
    }

    private static List<ReceivedSpan> named(List<ReceivedSpan> trace, String name) {
        return trace.stream().filter(span -> span.name().equals(name)).toList();
    }
}
