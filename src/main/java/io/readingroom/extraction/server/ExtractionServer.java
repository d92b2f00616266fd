package io.readingroom.extraction.server;

import io.readingroom.extraction.process.Workers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Extracts documents for services on the network. It has their bytes and nothing else: no database, no
/// key, no caller.
public final class ExtractionServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ExtractionServer.class);

    private final ServerSocket door;
    private final Workers workers;
    private final int connections;
    private final Semaphore seats;
    private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    /// An extractor that listens on `port`; 0 takes a free one.
    ///
    /// @throws IOException when it cannot
    public ExtractionServer(int port, int connections, Workers workers) throws IOException {
        this.door = new ServerSocket(port);
        this.connections = connections;
        this.seats = new Semaphore(connections, true);
        this.workers = workers;
    }

    /// The port that it listens on.
    public int port() {
        return door.getLocalPort();
    }

    /// Takes connections until the door is closed.
    public void serve() throws InterruptedException {
        while (!door.isClosed()) {
            seats.acquire();
            boolean seated = false;
            try {
                Socket socket = door.accept();
                conversations.execute(() -> converse(socket));
                seated = true;
            } catch (SocketException closed) {
                LOG.debugf("The door is closed: %s", door.isClosed());
            } catch (IOException failed) {
                LOG.warnf("A connection failed: %s", failed.getClass().getName());
            } finally {
                if (!seated) {
                    seats.release();
                }
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new Conversation(workers, readers).hold(socket);
        } catch (IOException gone) {
            // Probes connect and say nothing; services hang up when a document is cancelled.
            LOG.debugf("A connection ended early: %s", gone.getClass().getName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            seats.release();
        }
    }

    /// Takes no more connections, and waits for the documents that are here.
    void stop(Duration wait) {
        closeDoor();
        try {
            if (!seats.tryAcquire(connections, wait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.infof("Extractor stops amid documents");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /// Ends at once, amid documents.
    @Override
    public void close() {
        closeDoor();
        conversations.shutdownNow();
        readers.shutdownNow();
        workers.close();
    }

    private void closeDoor() {
        try {
            door.close();
        } catch (IOException alreadyClosed) {
            LOG.debugf("The door does not close: %s", alreadyClosed.getClass().getName());
        }
    }
}
