package io.readingroom.journey;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who wait for a journey to move. It rings for what this replica does; what others do is
/// noticed by looking again within a second. When the replica stops it rings a last time: nobody is to
/// wait here any more.
@ApplicationScoped
class Bell {

    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;
    private volatile boolean closing;

    void onMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) JourneyMoved moved) {
        ring();
    }

    void onStopping(@Observes ShutdownDelayInitiatedEvent soon) {
        closing = true;
        ring();
    }

    /// Whether this replica stops, so that callers must go on waiting elsewhere.
    boolean closing() {
        return closing;
    }

    private void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How often it has rung; taken before looking, given to [#await] after.
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it has rung since `before`, until it is time to look again, or until `most` has passed.
    void await(long before, Duration most) throws InterruptedException {
        long nanos = Math.min(LOOK_AGAIN_NANOS, most.toNanos());
        lock.lock();
        try {
            while (rings == before && nanos > 0) {
                nanos = rung.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
