package io.readingroom.extraction.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Remembers that the document could not be read from where it is kept, which is no fault of the worker.
final class WatchedSource extends FilterInputStream {

    private volatile @Nullable IOException failure;

    WatchedSource(InputStream source) {
        super(source);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    void rethrow() {
        IOException failed = failure;
        if (failed != null) {
            throw new UncheckedIOException(failed);
        }
    }
}
