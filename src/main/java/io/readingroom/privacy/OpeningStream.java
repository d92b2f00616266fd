package io.readingroom.privacy;

import io.readingroom.privacy.crypto.Primitives;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// Opens what [SealingStream] sealed. No byte is given out before its segment is found genuine; that the end is the
/// true end is known only when it is reached.
final class OpeningStream extends InputStream {

    private static final int SEALED_BYTES = StreamKey.SEGMENT_BYTES + Primitives.TAG_BYTES;

    private final InputStream sealed;
    private final StreamKey key;
    private final Runnable broken;
    /// One byte more than a segment: whether it can be read tells if the segment is the last.
    private final byte[] ahead = new byte[SEALED_BYTES + 1];
    private int held;
    private byte[] plain = new byte[0];
    private int position;
    private int number;
    private boolean ended;

    private OpeningStream(InputStream sealed, StreamKey key, Runnable broken) {
        this.sealed = sealed;
        this.key = key;
        this.broken = broken;
    }

    /// @param broken told when the seal turns out to be broken
    static OpeningStream of(InputStream sealed, byte[] dataKey, byte[] context, Runnable broken) throws IOException {
        byte[] header = sealed.readNBytes(StreamKey.HEADER_BYTES);
        try {
            return new OpeningStream(sealed, StreamKey.of(header, dataKey, context), broken);
        } catch (BrokenSealException found) {
            broken.run();
            throw found;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, plain.length - position);
        System.arraycopy(plain, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }

    private boolean fill() throws IOException {
        while (position == plain.length && !ended) {
            held += sealed.readNBytes(ahead, held, ahead.length - held);
            boolean last = held <= SEALED_BYTES;
            int length = Math.min(held, SEALED_BYTES);
            plain = opened(length, last);
            number = Math.incrementExact(number);
            position = 0;
            ended = last;
            if (!last) {
                ahead[0] = ahead[SEALED_BYTES];
                held = 1;
            }
        }
        return position < plain.length;
    }

    private byte[] opened(int length, boolean last) throws BrokenSealException {
        try {
            return key.open(ahead, length, number, last);
        } catch (BrokenSealException found) {
            broken.run();
            throw found;
        }
    }
}
