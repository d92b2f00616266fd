package io.readingroom.privacy.hold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.Patience;
import io.readingroom.access.Caller;
import io.readingroom.access.OnBehalf;
import io.readingroom.access.Roles;
import io.readingroom.document.RefusedException;
import io.readingroom.privacy.erasure.Upload;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/// The callers of these requests are all the same one; the second person is another caller of the desk.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class LegalHoldIT {

    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

    @Inject
    Database database;

    @Inject
    HoldDesk desk;

    @Test
    void a_held_document_is_not_erased_and_the_attempt_is_in_the_register() {
        String id = Upload.with(Map.of());
        String hold = hold(Map.of("reason", "litigation", "document", id));

        delete(id).statusCode(409).body("type", equalTo("urn:reading-room:problem:legal-hold"));

        assertThat(keys(id)).isOne();
        events(id, "hold.set")
                .body("events[0].detail.hold", equalTo(hold), "events[0].detail.reason", equalTo("litigation"));
        events(id, "erasure.refused")
                .body("events.reason", contains("legal-hold"), "events[0].detail.cause", equalTo("request"));
        given().get("/v1/documents/" + id + "/retention").then().body("held", equalTo(true));

        releasedByAnother(hold);
        events(id, "hold.released").body("events.size()", equalTo(1));
        delete(id).statusCode(204);
    }

    @Test
    void a_hold_on_a_subject_or_matter_keeps_documents_that_came_before_and_after() {
        String subject = "client-" + UUID.randomUUID();
        String matter = "matter-" + UUID.randomUUID();
        String before = Upload.with(Map.of("subject", subject));
        String free = Upload.with(Map.of("subject", "another", "matter", matter));
        String hold = hold(Map.of("reason", "audit", "subject", subject));
        String after = Upload.with(Map.of("subject", subject, "matter", matter));

        delete(before).statusCode(409);
        given().contentType("application/json")
                .body(Map.of("matter", matter))
                .post("/v1/erasures")
                .then()
                .statusCode(200)
                .body("erased", contains(free), "held", contains(after), "heldCount", equalTo(1));
        events(after, "erasure.refused").body("events[0].detail.cause", equalTo("matter"));
        given().get("/v1/holds").then().body("holds.id", hasItem(hold));

        releasedByAnother(hold);
        given().get("/v1/holds").then().body("holds.id", not(hasItem(hold)));
        delete(before).statusCode(204);
        delete(after).statusCode(204);
    }

    @Test
    void whoever_set_a_hold_does_not_release_it() {
        String id = Upload.with(Map.of());
        String hold = hold(Map.of("reason", "litigation", "document", id));
        given().post("/v1/holds/" + hold + "/release")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:reading-room:problem:second-person-needed"));
        given().queryParam("code", "hold.refused")
                .get("/v1/audit/events")
                .then()
                .body("events.detail.hold", hasItem(hold));
        delete(id).statusCode(409);
        OnBehalf.of(
                new Caller("second", "elsewhere", Set.of(Roles.PRIVACY_OFFICER)),
                () -> assertThatThrownBy(() -> desk.release(UUID.fromString(hold)))
                        .isInstanceOfSatisfying(
                                RefusedException.class,
                                refused -> assertThat(refused.refusal()).isEqualTo(HoldRefusal.UNKNOWN)));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        String id = Upload.with(Map.of());
        refused(Map.of("reason", "because", "document", id), 400, "hold-invalid");
        refused(Map.of("document", id), 400, "hold-invalid");
        refused(Map.of("reason", "audit", "document", id, "subject", "x"), 400, "hold-invalid");
        refused(Map.of("reason", "audit"), 400, "reference-invalid");
        refused(Map.of("reason", "audit", "document", UUID.randomUUID().toString()), 404, "unknown-document");
        delete(id).statusCode(204);
        refused(Map.of("reason", "audit", "document", id), 410, "erased");
        given().post("/v1/holds/none/release").then().statusCode(404);
    }

    @Test
    void holds_come_in_pages_in_the_order_in_which_they_were_set() {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            set.add(hold(Map.of("reason", "audit", "subject", "page-" + UUID.randomUUID())));
        }
        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("after", next)).get("/v1/holds");
            listed.addAll(page.path("holds.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(listed).containsSubsequence(set).doesNotHaveDuplicates();
    }

    @Test
    void a_hold_that_is_answered_holds_however_many_erase_at_the_same_time() {
        for (int round = 0; round < 20; round++) {
            String subject = "client-" + UUID.randomUUID();
            String id = Upload.with(Map.of("subject", subject));
            Map<String, String> target = round % 2 == 0
                    ? Map.of("reason", "audit", "subject", subject)
                    : Map.of("reason", "audit", "document", id);
            List<CompletableFuture<Integer>> erasures = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                erasures.add(
                        CompletableFuture.supplyAsync(() -> delete(id).extract().statusCode(), THREADS));
            }
            CompletableFuture<Boolean> keptWhenAnswered = CompletableFuture.supplyAsync(
                    () -> {
                        int status = set(target).extract().statusCode();
                        return status == 201 && keys(id) == 1;
                    },
                    THREADS);
            boolean kept = keptWhenAnswered.join();
            erasures.forEach(CompletableFuture::join);
            // Kept when the hold was answered is kept for good, and gone for good otherwise.
            assertThat(keys(id)).isEqualTo(kept ? 1 : 0);
        }
    }

    @Test
    void setting_a_hold_waits_for_an_erasure_that_is_under_way_and_then_tells_that_it_came_too_late() throws Exception {
        String id = Upload.with(Map.of());
        try (Connection slow = database.connection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            // The erasure cannot end while somebody holds its journey.
            statement.execute("select 1 from journey where document = '" + id + "' for update");
            CompletableFuture<Integer> erasure =
                    CompletableFuture.supplyAsync(() -> delete(id).extract().statusCode(), THREADS);
            Patience.until("the locks are as they must be", () -> locks("mode = 'ShareLock' and granted") == 1);
            CompletableFuture<Integer> hold = CompletableFuture.supplyAsync(
                    () -> set(Map.of("reason", "audit", "document", id))
                            .extract()
                            .statusCode(),
                    THREADS);
            Patience.until("the locks are as they must be", () -> locks("mode = 'ExclusiveLock' and not granted") == 1);
            assertThat(hold).isNotDone();
            slow.rollback();
            assertThat(erasure.join()).isEqualTo(204);
            assertThat(hold.join()).isEqualTo(410);
        }
    }

    /// The tenants' locks, which erasures share and whoever sets a hold takes alone.
    private long locks(String condition) {
        return database.number("select count(*) from pg_locks where locktype = 'advisory' and classid = "
                + HoldRows.LOCKS + " and " + condition);
    }

    private void releasedByAnother(String hold) {
        OnBehalf.of(
                new Caller("second", "default", Set.of(Roles.PRIVACY_OFFICER)),
                () -> assertThat(desk.release(UUID.fromString(hold)).releasedBy).hasSize(32));
    }

    private static String hold(Map<String, String> request) {
        return set(request).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse set(Map<String, String> request) {
        return given().contentType("application/json")
                .body(request)
                .post("/v1/holds")
                .then();
    }

    private static void refused(Map<String, String> request, int status, String problem) {
        set(request).statusCode(status).body("type", equalTo("urn:reading-room:problem:" + problem));
    }

    private static ValidatableResponse delete(String id) {
        return given().delete("/v1/documents/" + id).then();
    }

    private static ValidatableResponse events(String id, String code) {
        return given().queryParam("document", id)
                .queryParam("code", code)
                .get("/v1/audit/events")
                .then();
    }

    private long keys(String id) {
        return database.number(
                "select count(*) from document_key where destroyed_at is null and document = '" + id + "'");
    }
}
