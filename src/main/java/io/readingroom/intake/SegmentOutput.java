package io.readingroom.intake;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/// Cuts a stream into numbered stretches of 1 MiB; the last may be shorter.
final class SegmentOutput extends OutputStream {

    static final int LARGEST = 1024 * 1024;

    /// Takes a stretch.
    interface Sink {
        void take(int position, byte[] bytes);
    }

    private final Sink sink;
    private final byte[] gathered = new byte[LARGEST];
    private int length;
    private int position;

    SegmentOutput(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        int from = offset;
        int left = count;
        while (left > 0) {
            int taken = Math.min(left, LARGEST - length);
            System.arraycopy(bytes, from, gathered, length, taken);
            length += taken;
            from += taken;
            left -= taken;
            if (length == LARGEST) {
                give();
            }
        }
    }

    @Override
    public void close() {
        if (length > 0) {
            give();
        }
    }

    private void give() {
        sink.take(position++, Arrays.copyOf(gathered, length));
        length = 0;
    }
}
