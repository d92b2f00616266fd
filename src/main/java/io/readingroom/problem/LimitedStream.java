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
    /// @throws BrokenOffException when the caller's connection is gone
    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// @throws RefusedException with [EdgeRefusal#REQUEST_TOO_LARGE] behind the limit
    /// @throws BrokenOffException when the caller's connection is gone
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = received(target, offset, length);
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

    private int received(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException gone) {
            throw new BrokenOffException(gone);
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
