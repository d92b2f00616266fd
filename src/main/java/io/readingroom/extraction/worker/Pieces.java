package io.readingroom.extraction.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The bytes of a document out of the frames that carry them. Ends with the document, not with what it
/// comes from, and is not worth closing.
final class Pieces extends InputStream {

    private final DataInputStream in;
    private int left;
    private boolean ended;

    Pieces(DataInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!ended && left == 0) {
            left = in.readInt();
            Frames.require(left >= 0 && left <= Frames.PIECE);
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        int read = in.read(target, offset, Math.min(length, left));
        Frames.require(read > 0);
        left -= read;
        return read;
    }
}
