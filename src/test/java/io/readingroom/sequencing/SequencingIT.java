package io.readingroom.sequencing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.Patience;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.register.Read;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.Proofs;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.TreeEdge;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.entry.Entry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SequencingIT {

    private static final int WRITERS = 16;

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @Inject
    SequencedLog log;

    @Test
    void the_tree_is_the_one_over_all_entries() throws SQLException {
        for (int i = 0; i < 300; i++) {
            audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        }
        Checkpoint said = checkpoint();
        TreeEdge tree = TreeEdge.empty();
        for (byte[] entry : entries(said.size())) {
            tree.append(TreeHash.leaf(entry), (tile, hashes) -> {});
        }
        assertThat(tree.size()).isEqualTo(said.size()).isGreaterThanOrEqualTo(300);
        assertThat(tree.root()).isEqualTo(said.root());
    }

    @Test
    void what_was_signed_before_is_where_the_log_began() {
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        Checkpoint before = checkpoint();
        for (int i = 0; i < 20; i++) {
            audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        }
        Checkpoint after = checkpoint();
        List<byte[]> proof = log.tree(after.size()).consistency(before.size());
        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(Proofs.consistent(before.size(), before.root(), after.size(), after.root(), proof))
                .isTrue();
    }

    @Test
    void many_writers_some_of_whom_roll_back_leave_no_gap() throws Exception {
        long before = database.number("select count(*) from audit_recorded where model = 'concurrent'");
        int committed = 0;
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                all.add(writers.submit(this::write));
            }
            for (Future<Integer> one : all) {
                committed += one.get();
            }
        }
        log.catchUp();
        assertThat(database.number("select count(*) from audit_event where model = 'concurrent'") - before)
                .isEqualTo(committed);
        assertThat(database.number("select count(*) - max(leaf_index) - 1 from audit_event"))
                .isZero();
        assertThat(database.number("select count(*) from (select tenant from audit_event group by tenant"
                        + " having count(*) <> max(tenant_seq) + 1) gaps"))
                .isZero();
        wholeLogVerifies();
    }

    private int write() {
        int committed = 0;
        for (int i = 0; i < 40; i++) {
            int events = ThreadLocalRandom.current().nextInt(1, 4);
            boolean rollBack = ThreadLocalRandom.current().nextInt(4) == 0;
            try {
                QuarkusTransaction.requiringNew().run(() -> record(events, rollBack));
            } catch (RolledBack wanted) {
                assertThat(rollBack).isTrue();
            }
            committed += rollBack ? 0 : events;
        }
        return committed;
    }

    private void record(int events, boolean rollBack) {
        for (int event = 0; event < events; event++) {
            audit.record(Read.chunk(DocumentId.random(), "concurrent", "sha256:0", 1));
        }
        // A transaction that stays open while others come and go.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(10_000_000));
        if (rollBack) {
            throw new RolledBack();
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Recomputes everything from what is stored, as a verifier would.
    private void wholeLogVerifies() throws SQLException {
        Checkpoint said = checkpoint();
        TreeEdge tree = TreeEdge.empty();
        Map<String, Long> next = new HashMap<>();
        Instant last = Instant.MIN;
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select entry, body from audit_event where leaf_index < "
                        + said.size() + " order by leaf_index")) {
            while (row.next()) {
                Entry entry = Entry.parse(row.getBytes(1)).orElseThrow();
                assertThat(entry.isOf(row.getBytes(2))).isTrue();
                assertThat(entry.sequence()).isEqualTo(next.getOrDefault(entry.tenant(), 0L));
                assertThat(entry.time()).isAfterOrEqualTo(last);
                next.put(entry.tenant(), entry.sequence() + 1);
                last = entry.time();
                tree.append(TreeHash.leaf(row.getBytes(1)), (tile, hashes) -> {});
            }
        }
        assertThat(tree.root()).isEqualTo(said.root());
    }

    @Test
    void a_database_that_went_back_freezes_the_log_until_an_operator_opens_an_epoch() throws SQLException {
        audit.record(new AuditEvent.DocumentCancelled(DocumentId.random()));
        Checkpoint before = checkpoint();
        List<byte[]> entries = entries(before.size());
        goBack(before.size() - 1, entries);

        given().get("/v1/audit/checkpoint");
        given().get("/v1/audit/log").then().body("frozen", equalTo("database-went-back"));
        Patience.until("what must be recorded is refused", () -> upload().statusCode() == 503);
        upload().then()
                .statusCode(503)
                .header("Retry-After", "10")
                .body("type", equalTo("urn:reading-room:problem:register-unavailable"));
        assertThat(database.number("select count(*) from audit_event")).isEqualTo(before.size() - 1);

        given().post("/v1/audit/log/epochs")
                .then()
                .statusCode(200)
                .body("epoch", equalTo(origin(before).epoch() + 1))
                .body("frozen", equalTo(null));
        Checkpoint after = checkpoint();
        assertThat(origin(after).epoch()).isEqualTo(origin(before).epoch() + 1);
        Patience.until("uploads are taken again", () -> upload().statusCode() == 202);
        given().get("/v1/audit/events?code=epoch.opened")
                .then()
                .body("events.detail.reason", hasItem("database-went-back"));
        wholeLogVerifies();
    }

    /// Does to the database what putting an older backup back does to it.
    private void goBack(long size, List<byte[]> entries) throws SQLException {
        long last = size / 256;
        TreeEdge tree = TreeEdge.empty();
        StringBuilder tiles = new StringBuilder();
        for (byte[] entry : entries.subList(0, (int) size)) {
            tree.append(TreeHash.leaf(entry), (tile, hashes) -> {});
        }
        tree.partial((tile, hashes) -> tiles.append("update log_tile set hashes = '\\x")
                .append(HexFormat.of().formatHex(hashes))
                .append("' where level = " + tile.level() + " and tile_index = " + tile.index() + ";"));
        database.secretly(
                "delete from audit_event where leaf_index >= " + size + ";"
                        + "delete from log_checkpoint where size > " + size + ";"
                        + "delete from log_tile where level = 0 and tile_index > " + last + ";"
                        + tiles
                        + "update log_state set size = " + size + ";"
                        + "update log_tenant set next_seq = (select count(*) from audit_event e where e.tenant = log_tenant.tenant)");
    }

    @Test
    void only_a_frozen_log_gets_another_epoch() {
        given().post("/v1/audit/log/epochs")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reading-room:problem:register-not-frozen"));
        assertThatThrownBy(() -> log.openEpoch()).hasMessageContaining("Transaction is required");
    }

    private static Response upload() {
        return given().multiPart("file", "a.txt", "Words.".getBytes(UTF_8)).post("/v1/documents");
    }

    private static Origin origin(Checkpoint checkpoint) {
        return Origin.parse(checkpoint.origin()).orElseThrow();
    }

    private Checkpoint checkpoint() {
        log.catchUp();
        SignedNote note = log.checkpoint();
        assertThat(log.keys().stream().filter(note::signedBy)).hasSize(1);
        return Checkpoint.parse(note.text()).orElseThrow();
    }

    private List<byte[]> entries(long size) throws SQLException {
        List<byte[]> entries = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select entry from audit_event where leaf_index < " + size + " order by leaf_index")) {
            while (row.next()) {
                entries.add(row.getBytes(1));
            }
        }
        return entries;
    }
}
