package io.readingroom;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to the log while it is open.
public final class LogRecorder extends Handler implements AutoCloseable {

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    public LogRecorder() {
        Logger.getLogger("").addHandler(this);
    }

    /// What was logged with its stack trace.
    public List<Throwable> thrown() {
        return List.copyOf(thrown);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getThrown() != null) {
            thrown.add(line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
