package io.readingroom.extraction.process;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.WorkerAnswer;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Lends workers out, one document at a time. On a JVM a worker that did well is kept warm; any failure,
/// and any number of documents above the limit, replaces it. A native executable starts fast enough to have
/// one a document.
public final class WorkerPool implements Workers {

    private final ExtractionLimits limits;
    private final WorkerCommand command;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private final String ocrLanguages;
    private volatile boolean closed;

    /// A pool whose workers are this very program.
    ///
    /// @throws IllegalStateException when OCR is asked for and cannot be done
    public WorkerPool(ExtractionLimits limits) {
        this(limits, WorkerCommand.ofThisProgram());
    }

    WorkerPool(ExtractionLimits limits, WorkerCommand command) {
        this.limits = limits;
        this.command = command;
        this.ocrLanguages = OcrLanguages.of(limits);
        this.permits = new Semaphore(limits.workers(), true);
    }

    @Override
    public WorkerAnswer read(Frames.Order order, InputStream content) throws InterruptedException {
        Frames.Order complete = order.withOcrLanguages(ocrLanguages);
        permits.acquire();
        try {
            WorkerProcess worker = take();
            boolean well = false;
            try {
                WorkerAnswer answer = worker.read(complete, content, limits.timeLimit());
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
