package io.readingroom.pipeline;

import io.readingroom.document.DocumentId;
import java.util.HashSet;
import java.util.Set;

/// A document on its way, on one thread or on several, which others can stop.
///
/// Only extraction, reading and analysis are interrupted. An interrupt in the middle of a database call would close the
/// connection under it, because that is what it does to a virtual thread blocked on a socket.
final class Walk {

    /// Something that can be interrupted.
    @FunctionalInterface
    interface Stretch<T> {
        T go() throws InterruptedException;
    }

    private final DocumentId document;
    private final Turn turn;
    private final Set<Thread> interruptible = new HashSet<>();
    private boolean stopped;

    Walk(DocumentId document, Turn turn) {
        this.document = document;
        this.turn = turn;
    }

    DocumentId document() {
        return document;
    }

    Turn turn() {
        return turn;
    }

    /// Goes a stretch that ends early when the walk is stopped.
    ///
    /// @throws InterruptedException when it is stopped
    <T> T interruptibly(Stretch<T> stretch) throws InterruptedException {
        enter();
        try {
            return stretch.go();
        } finally {
            leave();
        }
    }

    /// Stops the walk: at once on its interruptible stretches, else before the next one.
    synchronized void stop() {
        stopped = true;
        interruptible.forEach(Thread::interrupt);
    }

    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized void enter() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        interruptible.add(Thread.currentThread());
    }

    /// Also takes back an interrupt that came too late for the stretch to notice.
    private synchronized void leave() {
        interruptible.remove(Thread.currentThread());
        Thread.interrupted();
    }
}
