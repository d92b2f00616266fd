package io.readingroom.intake.type;

import io.readingroom.document.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file, read at any place.
final class FileBytes implements Closeable {

    private final FileChannel channel;
    private final long size;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static FileBytes open(Path file) throws IOException {
        return new FileBytes(FileChannel.open(file, StandardOpenOption.READ));
    }

    long size() {
        return size;
    }

    /// At most `length` bytes, fewer only where the file ends.
    byte[] read(long position, int length) throws IOException {
        int count = Math.clamp(size - position, 0, length);
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Until the buffer is full.
        }
        return buffer.array();
    }

    /// Exactly `length` bytes, in little-endian order.
    ///
    /// @throws RefusedException with [TypeRefusal#TRUNCATED] when the file ends before
    ByteBuffer require(long position, int length) throws IOException {
        if (position < 0 || position > size - length) {
            throw new RefusedException(TypeRefusal.TRUNCATED);
        }
        return ByteBuffer.wrap(read(position, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The last `length` bytes, or the whole file when it is shorter.
    byte[] tail(int length) throws IOException {
        return read(Math.max(0, size - length), length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
