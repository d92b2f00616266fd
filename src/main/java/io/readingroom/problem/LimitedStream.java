package io.readingroom.problem;

import io.readingroom.document.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A request's body up to a limit.
final class LimitedStream extends FilterInputStream {

    private final long largest;
    private final Runnable whenTooLarge;
    private long taken;

    /// @param largest the bytes that may be read
    /// @param whenTooLarge what to do once when there are more
    LimitedStream(InputStream body, long largest, Runnable whenTooLarge) {
        super(body);
        this.largest = largest;
        this.whenTooLarge = whenTooLarge;
    }

    /// @throws RefusedException with [EdgeRefusal#REQUEST_TOO_LARGE] behind the limit
    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    /// @throws RefusedException with [EdgeRefusal#REQUEST_TOO_LARGE] behind the limit
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(read);
        return read;
    }

    /// Closing the body would wait for its end, which is what a body over the limit must not make the service do.
    @Override
    public void close() throws IOException {
        if (taken <= largest) {
            super.close();
        }
    }

    private void count(int read) {
        taken += Math.max(read, 0);
        if (taken > largest) {
            whenTooLarge.run();
            throw new RefusedException(EdgeRefusal.REQUEST_TOO_LARGE);
        }
    }
}
