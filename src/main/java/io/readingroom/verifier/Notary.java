package io.readingroom.verifier;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges whether notes are checkpoints that the log, and witnesses, signed.
///
/// @param keys the log's keys
/// @param witnesses the keys of witnesses
record Notary(List<NoteKey> keys, List<NoteKey> witnesses) {

    /// What came out.
    ///
    /// @param claim what the note says; empty when it says nothing that can be understood
    /// @param findings what is wrong with it
    record Judged(Optional<Claim> claim, List<Finding> findings) {}

    /// @param source the file it was found in
    Judged judge(String source, boolean anchored, SignedNote note) {
        Optional<Checkpoint> said = note.asCheckpoint();
        if (said.isEmpty()) {
            return malformed(source);
        }
        List<Finding> findings = new ArrayList<>();
        String origin = said.get().origin();
        List<NoteKey> its =
                keys.stream().filter(key -> key.name().equals(origin)).toList();
        if (its.isEmpty()) {
            findings.add(Finding.inFile(
                    Flaw.NOT_SIGNED, source, "no key is known of the name that the checkpoint has, " + origin));
        } else if (its.stream().noneMatch(note::signedBy) || wrong(note, its)) {
            findings.add(Finding.inFile(
                    Flaw.NOT_SIGNED,
                    source,
                    "the checkpoint of " + said.get().size() + " entries is not signed by the log"));
        }
        List<String> signers = new ArrayList<>();
        for (NoteKey witness : witnesses) {
            if (note.signedBy(witness)) {
                signers.add(witness.name());
            } else if (note.names(witness)) {
                findings.add(Finding.inFile(
                        Flaw.NOT_SIGNED, source, "the signature of the witness " + witness.name() + " is wrong"));
            }
        }
        return new Judged(Optional.of(new Claim(source, anchored, said.get(), signers)), findings);
    }

    static Judged malformed(String source) {
        return new Judged(
                Optional.empty(),
                List.of(Finding.inFile(Flaw.FILE_MALFORMED, source, "it is not a signed checkpoint")));
    }

    private static boolean wrong(SignedNote note, List<NoteKey> keys) {
        return keys.stream().anyMatch(key -> note.names(key) && !note.signedBy(key));
    }
}
