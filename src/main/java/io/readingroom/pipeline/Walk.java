package io.readingroom.pipeline;

import io.readingroom.document.DocumentId;

/// A document on its way on one thread, which others can stop.
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
    private final Thread thread = Thread.currentThread();
    private boolean interruptible;
    private boolean stopped;

    /// Begins a walk on this thread.
    Walk(DocumentId document) {
        this.document = document;
    }

    DocumentId document() {
        return document;
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

    /// Stops the walk: at once on an interruptible stretch, else before the next one.
    synchronized void stop() {
        stopped = true;
        if (interruptible) {
            thread.interrupt();
        }
    }

    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized void enter() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        interruptible = true;
    }

    /// Also takes back an interrupt that came too late for the stretch to notice.
    private synchronized void leave() {
        interruptible = false;
        Thread.interrupted();
    }
}
