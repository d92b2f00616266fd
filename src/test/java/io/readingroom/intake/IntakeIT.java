package io.readingroom.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.document.DocumentId;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class IntakeIT {

    private static final byte[] TEXT = "The canary sings in the archive.".getBytes(UTF_8);
    private static final String FAILING = "observer-fails";

    @Inject
    Database database;

    @Inject
    Submissions submissions;

    @Inject
    IntakeSettings settings;

    @ApplicationScoped
    static class FailingObserver {
        void observe(@Observes Submission submission) {
            if (FAILING.equals(submission.sourceId())) {
                throw new IllegalStateException("canary");
            }
        }
    }

    @Nested
    class As_a_submitter {

        @Test
        void a_document_is_taken_in() throws Exception {
            Response answer = submit("Canary.txt", TEXT)
                    .multiPart("sourceId", "case-1")
                    .multiPart("language", "DE-ch")
                    .post("/v1/documents");
            answer.then().statusCode(202).body("state", equalTo("received"), "mediaType", equalTo("text/plain"));
            String id = answer.path("id");
            answer.then().header("Location", endsWith("/v1/documents/" + id));

            DocumentId document = new DocumentId(UUID.fromString(id));
            assertThat(submissions.find(document)).hasValueSatisfying(kept -> {
                assertThat(kept.language()).isEqualTo("de-CH");
                assertThat(kept.profile()).isEqualTo("general");
                assertThat(kept.sourceId()).isEqualTo("case-1");
                assertThat(kept.receivedAt())
                        .isEqualTo(answer.path("receivedAt").toString());
            });
            try (InputStream opened = submissions.open(document)) {
                assertThat(opened.readAllBytes()).isEqualTo(TEXT);
            }
        }

        @Test
        void neither_content_nor_name_stand_in_any_table() {
            String id = submit("Canary.txt", TEXT).post("/v1/documents").path("id");
            assertThat(id).isNotNull();
            for (String table : List.of("submission", "submission_segment", "audit_recorded", "document_key")) {
                assertThat(database.number("select count(*) from " + table + " t where t::text ilike '%canary%'"))
                        .as(table)
                        .isZero();
            }
            assertThat(database.number(
                            "select count(*) from submission_segment where position('canary'::bytea in bytes) > 0"
                                    + " or document = '" + id + "' and length(bytes) < 60"))
                    .isZero();
            assertThat(database.number(
                            "select count(*) from audit_recorded where convert_from(body, 'UTF8') ilike '%canary%'"))
                    .isZero();
        }

        @Test
        void a_large_document_is_kept_in_stretches() throws Exception {
            byte[] line = "A line of the long document that fills the archive.\n".getBytes(UTF_8);
            Path file = Files.createTempFile("large", ".txt");
            try (var out = Files.newOutputStream(file)) {
                for (int i = 0; i < 5_000_000 / line.length; i++) {
                    out.write(line);
                }
            }
            String id = given().multiPart("file", file.toFile())
                    .post("/v1/documents")
                    .path("id");
            assertThat(database.number("select count(*) from submission_segment where document = '" + id + "'"))
                    .isEqualTo(5);
            try (InputStream opened = submissions.open(new DocumentId(UUID.fromString(id)));
                    InputStream expected = Files.newInputStream(file)) {
                assertThat(opened).hasSameContentAs(expected);
            }
            Files.delete(file);
        }

        @ParameterizedTest
        @CsvSource({
            "a.txt, '', 400, empty",
            "a.pdf, text, 415, type-mismatch",
            "a.exe, text, 415, unsupported-type",
            "a.pdf, %PDF-1.7 cut, 422, truncated"
        })
        void what_is_declined_has_a_problem_of_its_own(String name, String content, int status, String code) {
            long before = kept();
            Response answer = submit(name, content.getBytes(UTF_8)).post("/v1/documents");
            assertProblem(answer, status, code);
            assertThat(kept()).isEqualTo(before);
            assertThat(database.number(
                            "select count(*) from audit_recorded where code = 'upload.refused' and reason = '" + code
                                    + "'"))
                    .isPositive();
        }

        @Test
        void wrong_parameters_are_declined() {
            assertProblem(given().multiPart("language", "en").post("/v1/documents"), 400, "file-missing");
            assertProblem(
                    submit("a.txt", TEXT).multiPart("language", "x y").post("/v1/documents"), 400, "language-invalid");
            assertProblem(
                    submit("a.txt", TEXT).multiPart("profile", "../x").post("/v1/documents"), 400, "profile-invalid");
        }

        @Test
        void a_profile_that_does_not_exist_is_declined_with_the_names_of_those_that_do() {
            long before = kept();
            Response answer =
                    submit("a.txt", TEXT).multiPart("profile", "no-such-one").post("/v1/documents");
            assertProblem(answer, 422, "profile-unknown");
            answer.then().body("detail", endsWith("Known are: general, nda."));
            assertThat(kept()).isEqualTo(before);
            assertThat(
                            database.number(
                                    "select count(*) from audit_recorded where code = 'upload.refused' and reason = 'profile-unknown'"))
                    .isEqualTo(1);
        }

        @Test
        void when_a_later_step_fails_nothing_is_kept() {
            long before = kept();
            Response answer =
                    submit("a.txt", TEXT).multiPart("sourceId", FAILING).post("/v1/documents");
            assertProblem(answer, 500, "internal-error");
            answer.then().body("instance", containsString("urn:uuid:"));
            assertThat(answer.asString()).doesNotContain("canary");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void no_plain_file_stays_behind() throws Exception {
            submit("a.txt", TEXT).post("/v1/documents").then().statusCode(202);
            submit("a.pdf", TEXT).post("/v1/documents").then().statusCode(415);
            Path work = Path.of(settings.workFolder());
            // The framework deletes them when the answer has left, so a moment later than it arrives here.
            await(() -> files(work) == 0);
            assertThat(files(work)).isZero();
        }
    }

    @Nested
    class As_a_submitter_who_repeats {

        @Test
        void the_same_request_leads_to_the_same_document() {
            String key = UUID.randomUUID().toString();
            Response first =
                    submit("a.txt", TEXT).header("Idempotency-Key", key).post("/v1/documents");
            Response second =
                    submit("b.txt", TEXT).header("Idempotency-Key", key).post("/v1/documents");
            first.then().statusCode(202).header("Idempotent-Replayed", (String) null);
            second.then()
                    .statusCode(202)
                    .header("Idempotent-Replayed", "true")
                    .header("Location", first.header("Location"));
            assertThat(second.asString()).isEqualTo(first.asString());
        }

        @Test
        void another_request_under_the_same_key_is_refused() {
            String key = UUID.randomUUID().toString();
            submit("a.txt", TEXT)
                    .header("Idempotency-Key", key)
                    .post("/v1/documents")
                    .then()
                    .statusCode(202);
            long before = kept();
            assertProblem(
                    submit("a.txt", "other".getBytes(UTF_8))
                            .header("Idempotency-Key", key)
                            .post("/v1/documents"),
                    422,
                    "idempotency-key-reused");
            assertProblem(
                    submit("a.txt", TEXT)
                            .multiPart("language", "en")
                            .header("Idempotency-Key", key)
                            .post("/v1/documents"),
                    422,
                    "idempotency-key-reused");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void of_simultaneous_requests_one_is_the_first() throws Exception {
            String key = UUID.randomUUID().toString();
            Callable<String> request = () -> submit("a.txt", TEXT)
                    .header("Idempotency-Key", key)
                    .post("/v1/documents")
                    .path("id");
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<String>> answers = threads.invokeAll(List.of(request, request, request, request));
                String id = answers.getFirst().get();
                for (Future<String> answer : answers) {
                    assertThat(answer.get()).isNotNull().isEqualTo(id);
                }
            }
        }

        @Test
        void an_erased_document_does_not_come_back() {
            String key = UUID.randomUUID().toString();
            String id = submit("a.txt", TEXT)
                    .header("Idempotency-Key", key)
                    .post("/v1/documents")
                    .path("id");
            given().delete("/v1/documents/" + id).then().statusCode(204);
            assertProblem(submit("a.txt", TEXT).header("Idempotency-Key", key).post("/v1/documents"), 410, "erased");
        }
    }

    private static RequestSpecification submit(String name, byte[] content) {
        return given().multiPart("file", name, content);
    }

    private static void assertProblem(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reading-room:problem:" + code), "status", equalTo(status), "title", not(""));
    }

    private long kept() {
        return database.number("select (select count(*) from submission) + (select count(*) from submission_segment)"
                + " + (select count(*) from document_key)"
                + " + (select count(*) from audit_recorded where code = 'document.received')");
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (!condition.call() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    static long files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
