package io.readingroom.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A receipt for one entry: that it is in the log, at which place, and a signed checkpoint that covers it, to be
/// checked without the log (c2sp.org/tlog-proof).
///
/// @param extra what else the holder should know; not covered by the proof
/// @param index the place of the entry
/// @param path the hashes from the entry to the root
/// @param checkpoint a signed checkpoint
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LogProof(byte @Nullable [] extra, long index, List<byte[]> path, SignedNote checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    /// The proof as it is handed around.
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        if (extra != null) {
            text.append("extra ").append(Base64Text.encode(extra)).append('\n');
        }
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(Base64Text.encode(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /// The proof that a text says; empty when it is none.
    public static Optional<LogProof> parse(String text) {
        int gap = text.indexOf("\n\n");
        Optional<SignedNote> note = gap < 0 ? Optional.empty() : SignedNote.parse(text.substring(gap + 2));
        if (note.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, gap).split("\n", -1)));
        if (lines.size() < 2 || !FIRST_LINE.equals(lines.removeFirst())) {
            return Optional.empty();
        }
        try {
            byte @Nullable [] extra = lines.getFirst().startsWith("extra ")
                    ? Base64Text.decode(lines.removeFirst().substring("extra ".length()))
                    : null;
            if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9]\\d{0,17})")) {
                return Optional.empty();
            }
            long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
            List<byte[]> path = lines.stream().map(Base64Text::decode).toList();
            return Optional.of(new LogProof(extra, index, path, note.get()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Whether the log that the key belongs to says that this entry is in it, at the proof's place.
    public boolean proves(byte[] entry, NoteKey log) {
        return checkpoint.signedBy(log)
                && checkpoint
                        .asCheckpoint()
                        .filter(said -> said.origin().equals(log.name()))
                        .filter(said -> Proofs.included(TreeHash.leaf(entry), index, said.size(), path, said.root()))
                        .isPresent();
    }
}
