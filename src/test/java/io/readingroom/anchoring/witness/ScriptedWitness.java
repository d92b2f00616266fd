package io.readingroom.anchoring.witness;

import io.readingroom.ScriptedServer;
import io.readingroom.ScriptedServer.Answer;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.Proofs;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Signer;
import io.readingroom.tlog.TreeHash;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A witness as c2sp.org/tlog-witness describes one, in memory.
public final class ScriptedWitness implements WitnessServer {

    private final Signer signer = Signer.of("witness.example/w2", NoteKey.Kind.COSIGNATURE, 7);
    private final Map<String, NoteKey> logs = new HashMap<>();
    private final Map<String, Checkpoint> seen = new HashMap<>();
    private final ScriptedServer server;

    public ScriptedWitness() throws IOException {
        server = new ScriptedServer(this::answer);
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public NoteKey key() {
        return signer.key();
    }

    @Override
    public synchronized void learn(NoteKey log) {
        logs.put(log.name(), log);
        seen.putIfAbsent(log.name(), new Checkpoint(log.name(), 0, TreeHash.ofNothing()));
    }

    /// Has it say that it saw a log so.
    public synchronized void saw(Checkpoint checkpoint) {
        seen.put(checkpoint.origin(), checkpoint);
    }

    public ScriptedServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    /// What it answers when nobody tells it otherwise.
    public synchronized Answer answer(ScriptedServer.Request request) {
        String[] parts = request.text().split("\n\n", 2);
        if (!request.method().equals("POST")
                || !request.target().endsWith("/add-checkpoint")
                || !parts[0].startsWith("old ")) {
            return Answer.of(400);
        }
        List<String> lines = List.of(parts[0].split("\n", -1));
        long old = Long.parseLong(lines.getFirst().substring("old ".length()));
        SignedNote note = SignedNote.parse(parts[1]).orElseThrow();
        Checkpoint said = note.asCheckpoint().orElseThrow();
        Optional<NoteKey> log = Optional.ofNullable(logs.get(said.origin()));
        if (log.isEmpty()) {
            return Answer.of(404);
        }
        if (!note.signedBy(log.get())) {
            return Answer.of(403);
        }
        Checkpoint last = Objects.requireNonNull(seen.get(said.origin()));
        if (old > said.size()) {
            return Answer.of(400);
        }
        boolean other = said.size() == old && !last.text().equals(said.text());
        if (old != last.size() || other) {
            return Answer.of(409, "text/x.tlog.size", last.size() + "\n");
        }
        List<byte[]> proof =
                lines.stream().skip(1).map(Base64.getDecoder()::decode).toList();
        if (!Proofs.consistent(old, last.root(), said.size(), said.root(), proof)) {
            return Answer.of(422);
        }
        seen.put(said.origin(), said);
        return Answer.of(
                200,
                "text/plain",
                signer.cosign(note, 1_800_000_000L).signatures().getLast() + "\n");
    }
}
