package io.readingroom;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to the log while it is open.
public final class LogRecorder extends Handler implements AutoCloseable {

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogRecorder() {
        Logger.getLogger("").addHandler(this);
    }

    /// What was logged with its stack trace.
    public List<Throwable> thrown() {
        return List.copyOf(thrown);
    }

    /// What was logged, each line with its parameters and what was thrown.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
        if (line.getParameters() != null) {
            for (Object parameter : line.getParameters()) {
                text.append(' ').append(parameter);
            }
        }
        for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        lines.add(text.toString());
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
