package io.readingroom.privacy.recurring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Has one replica do a piece of work each time its period is over: the one that moves the time of the
/// next turn. No lock is held meanwhile, so that a replica that dies keeps nobody from the next turn,
/// and the work itself must bear being done by two at once.
@ApplicationScoped
public class Recurring {

    private static final Logger LOG = Logger.getLogger(Recurring.class);
    /// A turn is looked for more often than it comes, so that another replica takes what one has missed.
    private static final int LOOKS_A_TURN = 4;

    private static final String MAKE =
            "insert into recurring_turn (work, next_at) values (?, now()) on conflict do nothing";
    private static final String TAKE = "update recurring_turn set next_at = now() + make_interval(secs => ?)"
            + " where work = ? and next_at <= now()";

    private final DataSource database;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("recurring").factory());

    Recurring(DataSource database) {
        this.database = database;
    }

    /// Has it done once in a period from now on, by this replica or another one.
    ///
    /// @param name the stable word for the work
    // It ends with its executor, and reports its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    public void each(Duration period, String name, Runnable work) {
        long look = Math.max(1, period.toMillis() / LOOKS_A_TURN);
        clockwork.scheduleWithFixedDelay(() -> turn(period, name, work), look, look, TimeUnit.MILLISECONDS);
    }

    /// Has it done by every replica, each time the period is over.
    ///
    /// @param name the stable word for the work
    @SuppressWarnings("FutureReturnValueIgnored") // as above
    public void everywhere(Duration period, String name, Runnable work) {
        clockwork.scheduleWithFixedDelay(
                () -> attempt(name, work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }

    private void turn(Duration period, String name, Runnable work) {
        attempt(name, () -> {
            if (taken(period, name)) {
                work.run();
            }
        });
    }

    private static void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "Recurring work failed and is tried again: %s: %s",
                    name, failed.getClass().getName());
        }
    }

    /// Whether this replica has the turn that is due now.
    boolean taken(Duration period, String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement make = connection.prepareStatement(MAKE);
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            make.setString(1, name);
            make.executeUpdate();
            take.setDouble(1, period.toMillis() / 1000.0);
            take.setString(2, name);
            return take.executeUpdate() == 1;
        } catch (SQLException unreachable) {
            throw new IllegalStateException("turn-not-taken", unreachable);
        }
    }
}
