package io.readingroom.extraction.server;

import io.readingroom.document.RefusedException;
import io.readingroom.extraction.ExtractionRefusal;
import io.readingroom.extraction.process.Workers;
import io.readingroom.extraction.worker.Frames;
import io.readingroom.extraction.worker.WorkerAnswer;
import io.readingroom.telemetry.LogIds;
import io.readingroom.telemetry.Traceparent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// One document of one service: an order, its bytes, an answer.
final class Conversation {

    private static final Logger LOG = Logger.getLogger(Conversation.class);

    /// Far below what a service takes for silence; and how soon a service that hung up is noticed.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Workers workers;
    private final ExecutorService readers;

    Conversation(Workers workers, ExecutorService readers) {
        this.workers = workers;
        this.readers = readers;
    }

    /// Serves the document and returns when it is answered.
    ///
    /// @throws IOException when the service has gone away or breaks the form; its document is then given
    ///     up
    void hold(Socket socket) throws IOException, InterruptedException {
        socket.setSoTimeout((int) SILENCE.toMillis());
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        Frames.hello(out);
        Frames.Order order = Frames.receive(in);
        try (LogIds.Scope _ =
                Traceparent.parse(order.trace()).map(LogIds::trace).orElse(() -> {})) {
            serve(order, in, out);
        }
    }

    private void serve(Frames.Order order, DataInputStream in, DataOutputStream out)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        InputStream content = Frames.content(in);
        Future<WorkerAnswer> reading = readers.submit(() -> workers.read(order, content));
        try {
            WorkerAnswer answer = await(reading, out);
            // A worker that died early has left bytes behind; with them unread the answer could be lost on its way.
            content.transferTo(OutputStream.nullOutputStream());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            LOG.infof("Document %s after %d ms", outcome(answer), took.toMillis());
            Frames.took(out, took);
            Frames.send(out, answer);
        } finally {
            reading.cancel(true);
        }
    }

    private static String outcome(WorkerAnswer answer) {
        return switch (answer) {
            case WorkerAnswer.Read read -> "read";
            case WorkerAnswer.Refused(ExtractionRefusal refusal) -> "refused, " + refusal.code() + ",";
        };
    }

    private static WorkerAnswer await(Future<WorkerAnswer> reading, DataOutputStream out)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return reading.get(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException underWay) {
                Frames.busy(out);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RefusedException refused
                        && refused.refusal() instanceof ExtractionRefusal refusal) {
                    return new WorkerAnswer.Refused(refusal);
                }
                throw new IOException("the document did not arrive whole", failed);
            }
        }
    }
}
