package io.readingroom.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The child process: takes one document after the other from its standard input and answers on its
/// standard output. It ends when its input does, at once and even amid a document, so that it never
/// outlives the service.
public final class ExtractionWorker {

    /// The first argument that makes the program a worker.
    public static final String ROLE = "extract";

    /// The exit status of a worker whose memory ran out; the JVM's own for `-XX:+ExitOnOutOfMemoryError`.
    public static final int OUT_OF_MEMORY = 3;

    private static final int BROKEN = 4;
    /// Parsers of nested formats recurse; what is too deep for this is refused.
    private static final long STACK_BYTES = 8L << 20;

    private final DocumentReader reader = new DocumentReader();
    private final DataInputStream in;
    private final DataOutputStream out;

    private ExtractionWorker(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Works until the parent closes the input; does not return.
    public static void run() {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Standard output belongs to the frames; whatever a library prints must not get between them.
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        try {
            NoNetwork.enforce();
            new ExtractionWorker(in, out).work();
        } catch (IOException parentIsGone) {
            halt(0);
        }
    }

    private void work() throws IOException {
        Frames.hello(out);
        while (true) {
            Frames.Order order = Frames.receive(in);
            Path file = Files.createTempFile("document", ".bin");
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
                Frames.receiveContent(in, target);
            }
            Thread.ofPlatform().name("document").daemon().stackSize(STACK_BYTES).start(() -> answer(order, file));
        }
    }

    private void answer(Frames.Order order, Path file) {
        try {
            WorkerAnswer answer = reader.read(file, order.mediaType(), order.limits());
            Files.deleteIfExists(file);
            Frames.send(out, answer);
        } catch (OutOfMemoryError exhausted) {
            halt(OUT_OF_MEMORY);
        } catch (Throwable broken) {
            // A native executable throws errors where a JVM throws exceptions: each ends the process, none is silent.
            halt(BROKEN);
        }
    }

    /// Ends at once, and takes along what it has started.
    private static void halt(int status) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(status);
    }
}
