package io.readingroom.verifier;

import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import java.time.Instant;
import java.util.List;

/// What the verifier says of a bundle that another room's test took.
public final class Alarms {

    private Alarms() {}

    /// What it finds wrong.
    ///
    /// @param keys the log's keys, known beforehand
    /// @param anchors checkpoints that were kept outside
    /// @param bodiesSince from when on bodies must be there
    public static List<String> of(byte[] bundle, List<NoteKey> keys, List<SignedNote> anchors, Instant bodiesSince) {
        Verdict verdict = new Trial(keys, List.of(), anchors, bodiesSince).of(bundle);
        return verdict.findings().kept().stream().map(Finding::toString).toList();
    }
}
