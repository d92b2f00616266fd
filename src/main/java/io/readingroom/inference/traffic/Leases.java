package io.readingroom.inference.traffic;

import io.readingroom.inference.InferenceException;

/// The slots of the model server, which all replicas share.
public interface Leases {

    /// Waits until a slot is free and takes it.
    ///
    /// @throws InferenceException.Unavailable when none becomes free in time, or nobody can tell which are
    Lease take() throws InterruptedException;

    /// Slots without end, for a service that is alone and limits itself.
    static Leases unlimited() {
        return () -> () -> {};
    }

    /// A slot, until closed.
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }
}
