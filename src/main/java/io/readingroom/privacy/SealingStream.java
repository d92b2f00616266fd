package io.readingroom.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/// Seals what is written to it, one segment in memory at a time. Without [#close] the result cannot be opened.
final class SealingStream extends OutputStream {

    private final OutputStream sealed;
    private final StreamKey key;
    private final byte[] segment = new byte[StreamKey.SEGMENT_BYTES];
    private int filled;
    private int number;
    private boolean begun;
    private boolean closed;

    SealingStream(StreamKey key, OutputStream sealed) {
        this.key = key;
        this.sealed = sealed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("closed");
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            // A full segment is written only when more follows, because the last one is sealed as such.
            if (filled == segment.length) {
                flushSegment(false);
            }
            int count = Math.min(left, segment.length - filled);
            System.arraycopy(bytes, from, segment, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (sealed) {
            flushSegment(true);
        }
    }

    private void flushSegment(boolean last) throws IOException {
        if (!begun) {
            begun = true;
            sealed.write(key.header());
        }
        sealed.write(key.seal(segment, filled, number, last));
        number = Math.incrementExact(number);
        filled = 0;
    }
}
