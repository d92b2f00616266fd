package io.readingroom.sequencing;

/// Counts the rounds of the sequencers, for transactions that stay open while others come and go.
final class Rounds {

    private long done;
    private boolean over;

    synchronized void one() {
        done++;
        notifyAll();
    }

    /// There are no more; nobody waits for another one.
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized boolean over() {
        return over;
    }

    /// Waits for so many more.
    synchronized void await(int more) {
        long until = done + more;
        while (done < until && !over) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
