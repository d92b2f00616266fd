package io.readingroom.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A text with signatures below it, as c2sp.org/signed-note has it.
///
/// @param text what is signed, with the line break that ends it
/// @param signatures the signature lines as they stand, without their line breaks
public record SignedNote(String text, List<String> signatures) {

    private static final String BEGIN = "\u2014 ";
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;

    /// @throws IllegalArgumentException when the text does not end with a line break
    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A note ends with a line break");
        }
        signatures = List.copyOf(signatures);
    }

    /// The note with one signature, which the key's owner made of the text's bytes.
    public static SignedNote of(String text, NoteKey key, byte[] signature) {
        byte[] line = ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(key.id())
                .put(signature)
                .array();
        return new SignedNote(text, List.of(BEGIN + key.name() + " " + Base64Text.encode(line)));
    }

    /// The note as it is handed around.
    public String note() {
        return text + "\n" + String.join("\n", signatures) + "\n";
    }

    /// The note with another signature line below.
    public SignedNote and(String signature) {
        List<String> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /// The note that a text says; empty when it is none.
    public static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf("\n\n" + BEGIN);
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return Optional.empty();
        }
        List<String> lines = List.of(note.substring(end + 2, note.length() - 1).split("\n", -1));
        return lines.stream().allMatch(line -> line.startsWith(BEGIN))
                ? Optional.of(new SignedNote(note.substring(0, end + 1), lines))
                : Optional.empty();
    }

    /// What the text says as a checkpoint; empty when it is none.
    public Optional<Checkpoint> asCheckpoint() {
        return Checkpoint.parse(text);
    }

    /// Whether the key's owner signed the text: there is a signature of this key, and none that is wrong.
    public boolean signedBy(NoteKey key) {
        List<byte[]> made =
                signatures.stream().flatMap(line -> of(key, line).stream()).toList();
        return !made.isEmpty() && made.stream().allMatch(signature -> verified(key, signature));
    }

    /// The lines of signatures that the key's owner made of the text; wrong ones and those of others are left out.
    public List<String> linesOf(NoteKey key) {
        return signatures.stream()
                .filter(line ->
                        of(key, line).filter(made -> verified(key, made)).isPresent())
                .toList();
    }

    /// Whether there is a signature that says it is of this key, be it right or wrong.
    public boolean names(NoteKey key) {
        return signatures.stream().anyMatch(line -> of(key, line).isPresent());
    }

    /// The signature on a line, when the line says that it is of this key.
    private static Optional<byte[]> of(NoteKey key, String line) {
        String start = BEGIN + key.name() + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64Text.decode(line.substring(start.length()));
            return signature.length > ID_BYTES && Arrays.equals(signature, 0, ID_BYTES, key.id(), 0, ID_BYTES)
                    ? Optional.of(Arrays.copyOfRange(signature, ID_BYTES, signature.length))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private boolean verified(NoteKey key, byte[] signature) {
        return switch (key.kind()) {
            case NOTE -> key.signed(text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE -> {
                if (signature.length != Long.BYTES + SIGNATURE_BYTES) {
                    yield false;
                }
                String message =
                        "cosignature/v1\ntime " + ByteBuffer.wrap(signature).getLong() + "\n" + text;
                yield key.signed(
                        message.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(signature, Long.BYTES, signature.length));
            }
        };
    }
}
