package io.readingroom.extraction.process;

import io.readingroom.extraction.worker.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A worker of the tests' own that misbehaves as the media type of its order says, launched by the same
/// supervisor.
final class HostileWorker {

    private static final List<byte[]> HOARD = new ArrayList<>();

    private HostileWorker() {}

    public static void main(String... args) throws Exception {
        if (args[0].equals("mute")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        Frames.hello(out);
        while (true) {
            Frames.Order order = Frames.receive(in);
            Frames.receiveContent(in, OutputStream.nullOutputStream());
            act(order.mediaType(), out);
        }
    }

    private static void act(String deed, DataOutputStream out) throws IOException, InterruptedException {
        switch (deed) {
            case "test/hang" -> {
                new ProcessBuilder("sleep", "600").start();
                Thread.sleep(Long.MAX_VALUE);
            }
            case "test/hoard" -> {
                while (true) {
                    HOARD.add(new byte[8 << 20]);
                }
            }
            case "test/crash" -> Runtime.getRuntime().halt(134);
            case "test/babble" -> {
                out.writeByte(9);
                out.flush();
            }
            case "test/litter" -> {
                Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "left.txt"), "left behind");
                answer(out, "ok");
            }
            case "test/environment" ->
                answer(out, String.join("\n", new java.util.TreeMap<>(System.getenv()).keySet()));
            default -> answer(out, "ok");
        }
    }

    private static void answer(DataOutputStream out, String text) throws IOException {
        var page = new io.readingroom.document.Page(1, new io.readingroom.document.Span(0, text.length()));
        Frames.send(
                out,
                new io.readingroom.extraction.worker.WorkerAnswer.Read("text/plain", text, List.of(page), List.of()));
    }

    static WorkerCommand command(String... arguments) {
        return WorkerCommand.onClassPath(
                System.getProperty("java.class.path"), HostileWorker.class.getName(), arguments);
    }
}
