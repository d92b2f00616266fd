package io.readingroom.sequencing;

import io.readingroom.privacy.SigningKeys;
import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Signs for the log. There is one key pair for all epochs; each has a name of its own.
@ApplicationScoped
class LogKeys {

    private static final String PURPOSE = "register";

    private final SigningKeys keys;

    LogKeys(SigningKeys keys) {
        this.keys = keys;
    }

    NoteKey key(Origin origin) {
        return new NoteKey(origin.text(), NoteKey.Kind.NOTE, keys.publicKey(PURPOSE));
    }

    SignedNote sign(Checkpoint checkpoint, Origin origin) {
        String text = checkpoint.text();
        return SignedNote.of(text, key(origin), keys.sign(PURPOSE, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// What a note says, if this log signed it in some epoch.
    Optional<Checkpoint> ours(SignedNote note) {
        return note.asCheckpoint()
                .filter(said -> Origin.parse(said.origin())
                        .filter(origin -> note.signedBy(key(origin)))
                        .isPresent());
    }
}
