package io.readingroom.extraction.process;

import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.WorkerAnswer;
import java.io.InputStream;

/// Workers somewhere: children of this process, or those of an extractor on the network.
public interface Workers extends AutoCloseable {

    /// Has a worker read one document.
    ///
    /// @param order what the document is and may use up; where it is read decides about OCR
    /// @param content the bytes of the document; not closed
    /// @throws io.readingroom.document.RefusedException when no worker could answer
    /// @throws java.io.UncheckedIOException when the content could not be read from where it is kept
    /// @throws InterruptedException when the thread is interrupted; the work is then stopped
    WorkerAnswer read(Frames.Order order, InputStream content) throws InterruptedException;

    /// Stops all work.
    @Override
    void close();
}
