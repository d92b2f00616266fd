package io.readingroom.inference.traffic;

import io.readingroom.inference.InferenceException;
import io.readingroom.inference.InferenceSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Slots as rows of the database: a lease that its holder renews while it lives, after Gray and
/// Cheriton, "Leases: An efficient fault-tolerant mechanism" (SOSP 1989). The database's clock is the
/// only one that counts. A replica that cannot renew for long may find its slot with another; the server
/// then queues one prompt, which is no harm.
@ApplicationScoped
class StoredLeases implements Leases {

    private static final Logger LOG = Logger.getLogger(StoredLeases.class);
    private static final int TERM_SECONDS = 15;
    private static final int RENEW_SECONDS = 4;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /// A call takes seconds; what is lost between two looks is little of it.
    private static final int LONGEST_LOOK_AWAY_MILLIS = 100;

    private final DataSource database;
    private final String server;
    private final int slots;
    private final Duration wait;
    private final UUID holder = UUID.randomUUID();
    private final AtomicInteger held = new AtomicInteger();
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("lease-renewal").factory());

    // The renewal ends with its executor, and reports its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    StoredLeases(DataSource database, InferenceSettings settings) {
        this.database = database;
        this.server = settings.baseUrl().map(URI::toString).orElse("");
        this.slots = settings.permits();
        this.wait = settings.queueWait();
        renewal.scheduleWithFixedDelay(this::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Lease take() throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        int slot = uninterrupted(this::free);
        while (slot == 0) {
            if (System.nanoTime() - until > 0) {
                throw new InferenceException.Unavailable("queue-full", null);
            }
            // At different moments, so that no replica is always first.
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LOOK_AWAY_MILLIS / 4, LONGEST_LOOK_AWAY_MILLIS));
            slot = uninterrupted(this::free);
        }
        held.incrementAndGet();
        int taken = slot;
        return () -> uninterrupted(() -> giveBack(taken));
    }

    /// Gives back what is held. When the database does not answer any more, it expires.
    @PreDestroy
    void stop() throws InterruptedException {
        renewal.shutdown();
        if (held.get() > 0) {
            Thread.ofVirtual()
                    .name("last-lease")
                    .start(() -> change("delete from model_lease where server = ? and holder = ?", server, holder))
                    .join(LAST_WORDS);
        }
    }

    /// A slot that was free and is taken now, or 0. Two replicas that see the same one wait for each
    /// other at its row, and the second finds it taken.
    private int free() {
        String sql = """
                insert into model_lease as lease (server, slot, holder, expires_at)
                select ?, slot, ?, now() + make_interval(secs => ?) from generate_series(1, ?) slot
                where not exists (
                    select from model_lease taken
                    where taken.server = ? and taken.slot = slot.slot and taken.expires_at > now())
                order by random() limit 1
                on conflict (server, slot) do update set holder = excluded.holder, expires_at = excluded.expires_at
                where lease.expires_at <= now()
                returning slot
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, server);
            statement.setObject(2, holder);
            statement.setInt(3, TERM_SECONDS);
            statement.setInt(4, slots);
            statement.setString(5, server);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException unreachable) {
            throw new InferenceException.Unavailable("permits-unreachable", unreachable);
        }
    }

    void renew() {
        if (held.get() > 0) {
            change(
                    "update model_lease set expires_at = now() + make_interval(secs => ?) where server = ? and holder = ?",
                    TERM_SECONDS,
                    server,
                    holder);
        }
    }

    private int giveBack(int slot) {
        held.decrementAndGet();
        change("delete from model_lease where server = ? and holder = ? and slot = ?", server, holder, slot);
        return slot;
    }

    /// Goes to the database on a thread that nobody knows. An interrupt closes the connection under the
    /// caller's own virtual thread, and a slot that was taken, or not given back, in that moment would
    /// be nobody's until it expires. An interrupt is kept for the caller's next wait.
    private static int uninterrupted(IntSupplier call) {
        FutureTask<Integer> task = new FutureTask<>(call::getAsInt);
        Thread.ofVirtual().name("lease").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw failed.getCause() instanceof InferenceException told
                            ? told
                            : new IllegalStateException(failed);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What cannot be changed expires.
    private void change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException unreachable) {
            LOG.warnf("A lease could not be changed: SQL state %s", unreachable.getSQLState());
        }
    }
}
