package io.readingroom.extraction.process;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.worker.WorkerAnswer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Lends workers out, one document at a time. On a JVM a worker that did well is kept warm; any failure,
/// and any number of documents above the limit, replaces it. A native executable starts fast enough to have
/// one a document.
final class WorkerPool implements AutoCloseable {

    private final ExtractionLimits limits;
    private final WorkerCommand command;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    WorkerPool(ExtractionLimits limits, WorkerCommand command) {
        this.limits = limits;
        this.command = command;
        this.permits = new Semaphore(limits.workers(), true);
    }

    /// What is asked of a worker.
    @FunctionalInterface
    interface Task {
        WorkerAnswer ask(WorkerProcess worker) throws InterruptedException;
    }

    /// Waits for a worker and gives it the task.
    WorkerAnswer withWorker(Task task) throws InterruptedException {
        permits.acquire();
        try {
            WorkerProcess worker = take();
            boolean well = false;
            try {
                WorkerAnswer answer = task.ask(worker);
                well = !(answer instanceof WorkerAnswer.Refused(ExtractionRefusal refusal)
                        && refusal == ExtractionRefusal.LIMIT);
                return answer;
            } finally {
                giveBack(worker, well);
            }
        } finally {
            permits.release();
        }
    }

    /// Workers that run at present.
    int size() {
        return all.size();
    }

    /// Kills all workers, busy ones too.
    @Override
    public void close() {
        closed = true;
        all.forEach(this::discard);
        idle.clear();
    }

    private WorkerProcess take() throws InterruptedException {
        for (@Nullable WorkerProcess warm = idle.pollFirst(); warm != null; warm = idle.pollFirst()) {
            if (warm.isAlive()) {
                return warm;
            }
            discard(warm);
        }
        WorkerProcess fresh = WorkerProcess.start(command, limits);
        all.add(fresh);
        if (closed) {
            discard(fresh);
            throw new RefusedException(ExtractionRefusal.CRASHED);
        }
        return fresh;
    }

    private void giveBack(WorkerProcess worker, boolean well) {
        boolean keep = well && command.jvm() && worker.documents() < limits.documentsPerWorker() && !closed;
        if (keep) {
            idle.addFirst(worker);
        } else {
            discard(worker);
        }
    }

    private void discard(WorkerProcess worker) {
        worker.close();
        all.remove(worker);
    }
}
