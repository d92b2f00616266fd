package io.readingroom.egress;

import java.io.IOException;

/// A connection that was not made, since its address is not an allowed one. It names no address: whoever
/// sees it may not be meant to know the network.
public final class EgressRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    EgressRefusedException(String what) {
        super("The egress lock refuses " + what);
    }

    /// The trace of the library that tried says nothing about why.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
