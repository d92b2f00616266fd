package io.readingroom.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.readingroom.Database;
import io.readingroom.EmbeddedDatabase;
import io.readingroom.access.OnBehalf;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.readingroom.document.DocumentId;
import io.readingroom.register.Auditor;
import io.readingroom.tlog.SignedNote;
import io.readingroom.verifier.Alarms;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A register that nobody touched raises no alarm, whatever its writers do and whenever it is looked at. Each run has
/// writers with random transactions, two replicas that place and sign, and an auditor who looks while all of that goes
/// on and once more when it is over. `-Dregister.runs` says how many runs, `-Dregister.seed` from which one.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@TestProfile(FalseAlarmsIT.AtOurPace.class)
class FalseAlarmsIT {

    private static final int RUNS = Integer.getInteger("register.runs", 200);
    private static final long FIRST =
            Long.getLong("register.seed", RandomGenerator.getDefault().nextInt());
    private static final int WRITERS = 16;
    private static final int REPLICAS = 2;

    /// From this size on the log is begun anew, so that looking at it stays quick. One in ten has full tiles.
    private static final long USUAL = 150;

    private static final long LARGE = 600;

    /// The service leaves the log alone: the test places and signs.
    public static final class AtOurPace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "reading-room.register.sequencing-interval", "PT24H",
                    "reading-room.register.sequencing-batch", "16");
        }
    }

    @Inject
    Database database;

    @Inject
    AuditLog audit;

    @Inject
    Auditor auditor;

    @Inject
    Sequencer sequencer;

    @Inject
    CheckpointRows checkpoints;

    @Inject
    LogKeys keys;

    @Inject
    LogRows rows;

    @Inject
    Freezer freezer;

    private int begun;

    private final List<StoredLog> replicas = new ArrayList<>();

    /// What was signed since the log was begun, as somebody has it who kept everything outside.
    private final Set<SignedNote> signed = ConcurrentHashMap.newKeySet();

    /// What any look at the register found.
    private final Queue<String> alarms = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void begin() throws SQLException {
        database.secretly(
                "truncate audit_event, audit_pending, log_tile, log_checkpoint, log_anchor, log_tenant;"
                        + " update log_state set installation = gen_random_uuid(), size = 0, sequenced_at = 'epoch', pruned = 0");
        begun++;
        signed.clear();
        replicas.clear();
        for (int i = 0; i < REPLICAS; i++) {
            Publisher publisher = new Publisher(rows, checkpoints, keys, freezer, Clock.systemUTC());
            replicas.add(new StoredLog(sequencer, publisher, checkpoints, keys, rows));
        }
    }

    @Test
    void a_register_that_nobody_touched_raises_no_alarm() throws Exception {
        for (int i = 0; i < RUNS; i++) {
            long seed = FIRST + i;
            long size = rows.state().size();
            if (size > (begun % 10 == 0 ? LARGE : USUAL)) {
                begin();
                size = 0;
            }
            Collection<UUID> committed = run(new Random(seed));
            String replay = "replay with -Dregister.runs=1 -Dregister.seed=%d".formatted(seed);
            assertThat(alarms).as(replay).isEmpty();
            assertThat(documents(size)).as("events, %s", replay).containsExactlyInAnyOrderElementsOf(committed);
        }
    }

    /// @return the documents of the events that were committed, each event's its own
    private Collection<UUID> run(Random random) throws Exception {
        Collection<UUID> committed = new ConcurrentLinkedQueue<>();
        Rounds rounds = new Rounds();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (Script script : Script.any(random, WRITERS)) {
                writers.add(threads.submit(() -> write(script, rounds, committed)));
            }
            List<Future<?>> keepers = new ArrayList<>();
            for (StoredLog replica : replicas) {
                Random own = new Random(random.nextLong());
                keepers.add(threads.submit(() -> keep(replica, own, rounds)));
            }
            ended(writers, rounds);
            ended(keepers, rounds);
        }
        look(replicas.get(random.nextInt(REPLICAS)), Script.anyTenant(random));
        return committed;
    }

    private static void ended(List<Future<?>> all, Rounds rounds) throws Exception {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            rounds.end();
        }
    }

    private void write(Script script, Rounds rounds, Collection<UUID> committed) {
        for (Script.Transaction transaction : script.transactions()) {
            List<UUID> events = new ArrayList<>();
            try {
                OnBehalf.ofTenant(
                        transaction.tenant(),
                        () -> QuarkusTransaction.requiringNew().run(() -> record(transaction, rounds, events)));
                committed.addAll(events);
            } catch (RolledBack wanted) {
                // None of its events may be found.
            }
        }
    }

    private void record(Script.Transaction transaction, Rounds rounds, List<UUID> events) {
        record(transaction.before(), events);
        rounds.await(transaction.rounds());
        record(transaction.after(), events);
        if (transaction.rollsBack()) {
            throw new RolledBack();
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void record(int count, List<UUID> events) {
        for (int i = 0; i < count; i++) {
            DocumentId document = DocumentId.random();
            audit.record(new AuditEvent.DocumentCancelled(document));
            events.add(document.value());
        }
    }

    /// Places and signs until the writers are done, and looks now and then.
    private void keep(StoredLog replica, Random random, Rounds rounds) {
        try {
            while (!rounds.over()) {
                if (sequencer.batch() == Sequencer.BUSY) {
                    LockSupport.parkNanos(500_000);
                    continue;
                }
                rounds.one();
                int next = random.nextInt(20);
                if (next < 3) {
                    signed.add(replica.checkpoint());
                } else if (next == 3) {
                    look(replica, Script.anyTenant(random));
                }
            }
        } finally {
            // Else a writer would wait for rounds that nobody does.
            rounds.end();
        }
    }

    private void look(StoredLog replica, String tenant) {
        List<SignedNote> anchors = List.copyOf(signed);
        byte[] bundle = auditor.bundle(replica, tenant);
        alarms.addAll(Alarms.of(bundle, replica.keys(), anchors, Instant.MIN));
        alarms.addAll(auditor.findings(replica, tenant));
        Optional.ofNullable(replica.standing().frozen()).ifPresent(alarms::add);
    }

    /// The documents of the events from this entry on.
    private List<UUID> documents(long from) {
        return rows.ask(
                "select coalesce(array_agg(document), '{}') from audit_event where leaf_index >= ? and document is not null",
                row -> List.of((UUID[]) row.getArray(1).getArray()),
                from);
    }
}
