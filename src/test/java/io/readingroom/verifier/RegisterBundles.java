package io.readingroom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.LogProof;
import io.readingroom.tlog.Tree;
import io.readingroom.tlog.entry.Entry;
import io.readingroom.verifier.GeneratedLog.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Writes generated bundles with keys, anchored checkpoints and receipts into a folder, and changed ones beside them,
/// for programs that verify them.
final class RegisterBundles {

    private RegisterBundles() {}

    /// Writes them.
    ///
    /// @param args the folder, and how many entries
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        int size = Integer.parseInt(args[1]);
        Shape shape = new Shape(size, 8, 2, 3, size / 10, true);
        write(folder, "all", new GeneratedLog(GeneratedLog.seed(true), shape));
        write(folder, "tenant", new GeneratedLog(GeneratedLog.seed(false), shape));
    }

    private static void write(Path folder, String name, GeneratedLog log) throws IOException {
        Files.write(folder.resolve(name + ".zip"), log.bundle());
        Files.writeString(
                folder.resolve(name + ".vkey"),
                log.logKeys().stream().map(key -> key.text() + "\n").collect(Collectors.joining()));
        Files.writeString(folder.resolve(name + ".note"), log.notes.getFirst().note());
        Forgery stamped = new Forgery(log);
        String stamp = "timestamps/2/" + log.shape.size();
        stamped.text(stamp, log.newest().note());
        stamped.text(stamp + ".tsr", "the reply of an authority, which neither program verifies");
        Files.write(folder.resolve(name + "-stamped.zip"), stamped.zip());
        stamped.text(stamp, new GeneratedLog(-1, log.shape).newest().note());
        Files.write(folder.resolve(name + "-stamp.tampered.zip"), stamped.zip());
        receipts(folder, name, log);
        int shown = log.shape.size() - 1;
        while (!log.shows(shown)) {
            shown--;
        }
        Forgery body = new Forgery(log);
        body.replace(shown, true, log.body(shown + 1));
        Files.write(folder.resolve(name + "-body.tampered.zip"), body.zip());
        Forgery tree = new Forgery(log);
        Entry was = Entry.parse(log.entry(shown)).orElseThrow();
        tree.replace(
                shown,
                false,
                new Entry(was.tenant(), was.sequence(), was.time().plusNanos(1000), was.bodyDigest()).bytes());
        tree.regrow();
        Files.write(folder.resolve(name + "-tree.tampered.zip"), tree.zip());
        Forgery key = new Forgery(log);
        GeneratedLog other = new GeneratedLog(-1, log.shape);
        key.text("checkpoint", other.signers.getLast().sign(said(log)).note());
        Files.write(folder.resolve(name + "-key.tampered.zip"), key.zip());
        Shape shorter = new Shape(log.shape.size() / 2, 0, 2, 3, 0, false);
        // The same log as it was, and a checkpoint of what it became.
        Files.write(folder.resolve(name + "-restored.zip"), new GeneratedLog(log.seed, shorter).bundle());
        Files.writeString(folder.resolve(name + "-restored.note"), log.newest().note());
    }

    private static void receipts(Path folder, String name, GeneratedLog log) throws IOException {
        Tree tree = new Tree(log.shape.size(), log::tile);
        for (int index : new int[] {0, log.shape.size() / 3, log.shape.size() - 1}) {
            String file = name + "-" + index;
            LogProof proof = new LogProof("{}".getBytes(UTF_8), index, tree.inclusion(index), log.newest());
            Files.writeString(folder.resolve(file + ".tlog-proof"), proof.text());
            Files.write(folder.resolve(file + ".entry"), log.entry(index));
            Files.write(folder.resolve(file + ".body"), log.body(index));
        }
    }

    private static Checkpoint said(GeneratedLog log) {
        return Checkpoint.parse(log.newest().text()).orElseThrow();
    }
}
