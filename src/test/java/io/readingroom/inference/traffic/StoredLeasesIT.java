package io.readingroom.inference.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.demo.DatabaseServer;
import io.readingroom.inference.InferenceException.Unavailable;
import io.readingroom.inference.InferenceSettings;
import io.readingroom.reading.TestConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/// Replicas that know each other through a real database alone.
class StoredLeasesIT {

    private static DatabaseServer server;
    private static DataSource database;

    @BeforeAll
    static void create_the_tables() {
        server = DatabaseServer.temporary();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(DatabaseServer.USER);
        database = source;
        Flyway.configure().dataSource(source).load().migrate();
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @BeforeEach
    void nothing_is_held() throws SQLException {
        run("delete from model_lease");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_replica_that_ends_waits_for_no_database_that_does_not_answer() throws Exception {
        StoredLeases replica = replica("ending", 1);
        Leases.Lease lease = replica.take();
        try (Connection busy = database.getConnection();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select 1 from model_lease for update");
            replica.stop();
            busy.rollback();
        }
        lease.close();
    }

    @Test
    void replicas_together_never_hold_more_slots_than_there_are() throws Exception {
        List<StoredLeases> replicas = List.of(replica("slots", 3), replica("slots", 3), replica("slots", 3));
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StoredLeases replica = replicas.get(i % 3);
            calls.add(() -> {
                try (Leases.Lease _ = replica.take()) {
                    most.accumulateAndGet(held.incrementAndGet(), Math::max);
                    Thread.sleep(60);
                    held.decrementAndGet();
                }
                return true;
            });
        }
        try (ExecutorService callers = Executors.newFixedThreadPool(18)) {
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }
        assertThat(most).hasValue(3);
        assertThat(rows()).isZero();
    }

    @Test
    void a_slot_of_a_replica_that_died_is_free_when_its_lease_expires() throws Exception {
        Leases.Lease lost = replica("slots", 1).take();
        StoredLeases other = replica("slots", 1, "PT0.3S");
        assertThatThrownBy(other::take).isInstanceOf(Unavailable.class).hasMessage("queue-full");
        run("update model_lease set expires_at = now() - interval '1 s'");
        try (Leases.Lease _ = other.take()) {
            // What the first gives back late is not its own any more.
            lost.close();
            assertThat(rows()).isEqualTo(1);
        }
        assertThat(rows()).isZero();
    }

    @Test
    void a_living_replica_renews_what_it_holds_and_gives_it_back_when_it_stops() throws Exception {
        StoredLeases replica = replica("slots", 2);
        replica.take();
        run("update model_lease set expires_at = now() + interval '2 s'");
        replica.renew();
        assertThat(number("select count(*) from model_lease where expires_at > now() + interval '10 s'"))
                .isEqualTo(1);
        replica.stop();
        assertThat(rows()).isZero();
    }

    @Test
    void whoever_is_interrupted_while_taking_or_giving_back_leaves_no_slot_behind() throws Exception {
        StoredLeases replica = replica("slots", 100);
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            Thread caller = Thread.ofVirtual().start(() -> {
                try (Leases.Lease _ = replica.take()) {
                    Thread.sleep(2);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            Thread.sleep(random.nextInt(15));
            caller.interrupt();
            caller.join();
        }
        assertThat(rows()).isZero();
    }

    @Test
    void slots_of_one_server_are_none_of_another() throws Exception {
        try (Leases.Lease one = replica("slots", 1).take();
                Leases.Lease other = replica("others", 1).take()) {
            assertThat(one).isNotSameAs(other);
            assertThat(rows()).isEqualTo(2);
        }
    }

    @Test
    void without_a_database_nobody_can_tell_which_are_free() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/none");
        StoredLeases leases = new StoredLeases(nowhere, settings("slots", 1, "PT1M"));
        assertThatThrownBy(leases::take).isInstanceOf(Unavailable.class).hasMessage("permits-unreachable");
    }

    private static StoredLeases replica(String host, int slots) {
        return replica(host, slots, "PT1M");
    }

    private static StoredLeases replica(String host, int slots, String wait) {
        return new StoredLeases(database, settings(host, slots, wait));
    }

    private static InferenceSettings settings(String host, int slots, String wait) {
        Map<String, String> keys = Map.of(
                "reading-room.inference.base-url",
                "http://" + host + ":11434",
                "reading-room.inference.permits",
                Integer.toString(slots),
                "reading-room.inference.queue-wait",
                wait);
        return TestConfig.mapped(InferenceSettings.class, keys);
    }

    private static long rows() throws SQLException {
        return number("select count(*) from model_lease");
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
