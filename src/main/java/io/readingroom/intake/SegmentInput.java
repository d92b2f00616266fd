package io.readingroom.intake;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/// Joins numbered stretches to a stream; it ends at the first number that is missing.
final class SegmentInput extends InputStream {

    /// Gives a stretch, which is never empty.
    interface Source {
        Optional<byte[]> give(int position);
    }

    private final Source source;
    private byte[] current = new byte[0];
    private int read;
    private int position;
    private boolean ended;

    SegmentInput(Source source) {
        this.source = source;
    }

    @Override
    public int read() {
        return fill() ? current[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.length - read);
        System.arraycopy(current, read, bytes, offset, count);
        read += count;
        return count;
    }

    private boolean fill() {
        while (read == current.length && !ended) {
            Optional<byte[]> next = source.give(position++);
            ended = next.isEmpty();
            current = next.orElseGet(() -> new byte[0]);
            read = 0;
        }
        return read < current.length;
    }
}
