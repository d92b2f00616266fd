package io.readingroom.inference.traffic;

import io.readingroom.inference.InferenceException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How many prompts are with the server at once, and how many callers may wait their turn. A server that has loaded its
/// model queues without limit and forgets nobody; so the limit is here.
public final class Permits {

    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int queue;
    private final Duration wait;

    public Permits(int permits, int queue, Duration wait) {
        this.free = new Semaphore(permits, true);
        this.queue = queue;
        this.wait = wait;
    }

    /// Waits its turn.
    ///
    /// @throws InferenceException.Unavailable when too many wait, or the turn does not come in time
    public void acquire() throws InterruptedException {
        // With a time of zero the semaphore lets nobody pass those who wait.
        if (free.tryAcquire(0, TimeUnit.SECONDS)) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > queue || !free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InferenceException.Unavailable("queue-full", null);
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    public void release() {
        free.release();
    }

    public int waiting() {
        return waiting.get();
    }

    public int free() {
        return free.availablePermits();
    }
}
