package io.readingroom.verifier;

import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One verification of a bundle in memory, with all that can be demanded of it.
///
/// @param keys the keys that are known
/// @param witnesses the witnesses that must have signed
/// @param anchors the notes kept outside
/// @param bodiesSince from when on bodies must be there
record Trial(List<NoteKey> keys, List<NoteKey> witnesses, List<SignedNote> anchors, Instant bodiesSince) {

    /// With the right keys, the witness, and the first entry from which on bodies are there.
    static Trial of(GeneratedLog log) {
        int pruned = log.shape.pruned();
        // Entries share times in threes, so begin with the next time after the last body that is gone.
        Instant since = pruned == 0 ? Instant.MIN : log.time(pruned - 1).plusNanos(1);
        return new Trial(
                log.logKeys(), log.shape.witnessed() ? List.of(log.witness.key()) : List.of(), List.of(), since);
    }

    Trial with(SignedNote anchor) {
        return new Trial(keys, witnesses, List.of(anchor), bodiesSince);
    }

    Trial with(List<NoteKey> others) {
        return new Trial(others, witnesses, anchors, bodiesSince);
    }

    Verdict of(byte[] bundle) {
        Path file = Members.temporary(bundle);
        try {
            List<Anchors.Found> found =
                    anchors.isEmpty() ? List.of() : List.of(new Anchors.Found("anchors", anchors, 0));
            return Verification.of(new Request(file, keys, witnesses, found, Optional.empty(), bodiesSince));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            Members.delete(file);
        }
    }
}
