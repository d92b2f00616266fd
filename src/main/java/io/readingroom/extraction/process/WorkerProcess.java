package io.readingroom.extraction.process;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.worker.ExtractionWorker;
import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.WorkerAnswer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One worker as the service sees it. Pipes cannot be interrupted, so a helper thread talks to the process
/// and the caller's thread keeps the watch: when time is up or the caller is interrupted, the process and
/// all its children are killed, which ends the talk.
final class WorkerProcess implements AutoCloseable {

    private static final ExecutorService TALKS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Duration DYING = Duration.ofSeconds(5);
    /// What a shell would report for a process that the kernel killed, its answer to memory exhaustion.
    private static final int KILLED = 128 + 9;
    /// Where `tesseract` is and where its languages are.
    private static final Set<String> FOR_OCR = Set.of("PATH", "TESSDATA_PREFIX");

    private final Process process;
    private final WorkFolder folder;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int documents;

    private WorkerProcess(Process process, WorkFolder folder) {
        this.process = process;
        this.folder = folder;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /// Starts a worker and waits until it is ready.
    static WorkerProcess start(WorkerCommand command, ExtractionLimits limits) throws InterruptedException {
        WorkerProcess worker = launch(command, limits);
        boolean ready = false;
        try {
            worker.talk(limits.startLimit(), () -> {
                Frames.awaitHello(worker.in);
                return true;
            });
            ready = true;
            return worker;
        } finally {
            if (!ready) {
                worker.close();
            }
        }
    }

    private static WorkerProcess launch(WorkerCommand command, ExtractionLimits limits) {
        try {
            WorkFolder folder = WorkFolder.create(
                    limits.workFolder().orElse(new File(System.getProperty("java.io.tmpdir")).toPath()));
            ProcessBuilder builder = new ProcessBuilder(
                            command.line(limits.memory().asLongValue() >> 20, folder.path()))
                    .directory(folder.path().toFile())
                    // Parsers quote documents in their complaints.
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            environment(builder.environment(), limits, folder);
            return new WorkerProcess(builder.start(), folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void environment(Map<String, String> environment, ExtractionLimits limits, WorkFolder folder) {
        environment.keySet().retainAll(limits.ocr() == ExtractionLimits.Ocr.OFF ? Set.of() : FOR_OCR);
        environment.put("LANG", "C.UTF-8");
        environment.put("TMPDIR", folder.path().toString());
    }

    /// Has the worker read one document.
    ///
    /// @throws RefusedException LIMIT when time or memory ran out, CRASHED when the process ended or babbled
    WorkerAnswer read(Frames.Order order, InputStream content, Duration limit) throws InterruptedException {
        documents++;
        WatchedSource source = new WatchedSource(content);
        try {
            return talk(limit, () -> {
                Frames.send(out, order, source);
                return Frames.answer(in, order.limits());
            });
        } catch (RefusedException refused) {
            source.rethrow();
            throw refused;
        } finally {
            folder.empty();
        }
    }

    /// Documents that were given to this worker so far.
    int documents() {
        return documents;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// Kills the process with all that it started, and deletes its folder.
    @Override
    public void close() {
        kill();
        folder.close();
    }

    private void kill() {
        List<ProcessHandle> started = process.descendants().toList();
        // A worker that outlived what it had started would go on to start the next.
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T talk(Duration limit, Callable<T> words) throws InterruptedException {
        Future<T> talk = TALKS.submit(words);
        try {
            return talk.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            kill();
            throw new RefusedException(ExtractionRefusal.LIMIT, late);
        } catch (ExecutionException broken) {
            throw new RefusedException(verdict(), broken);
        } catch (InterruptedException stopped) {
            kill();
            throw stopped;
        } finally {
            talk.cancel(true);
        }
    }

    private ExtractionRefusal verdict() throws InterruptedException {
        if (!process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            return ExtractionRefusal.CRASHED;
        }
        return switch (process.exitValue()) {
            case ExtractionWorker.OUT_OF_MEMORY, KILLED -> ExtractionRefusal.LIMIT;
            default -> ExtractionRefusal.CRASHED;
        };
    }
}
