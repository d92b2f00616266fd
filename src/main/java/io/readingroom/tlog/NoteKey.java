package io.readingroom.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The public key of one who signs notes (c2sp.org/signed-note): a name, and an Ed25519 key of 32 bytes.
///
/// @param name who signs; for a log, its origin
/// @param kind what is signed
/// @param key the key itself
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record NoteKey(String name, Kind kind, byte[] key) {

    /// What is signed.
    public enum Kind {
        /// The text of the note.
        NOTE((byte) 1),
        /// The text of a checkpoint and when a witness saw it (c2sp.org/tlog-cosignature).
        COSIGNATURE((byte) 4);

        private final byte code;

        Kind(byte code) {
            this.code = code;
        }
    }

    private static final int KEY_BYTES = 32;

    /// What stands before an Ed25519 key in its X.509 form (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /// @throws IllegalArgumentException when the name or the key cannot be one
    public NoteKey {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(NoteKey::isSpace)) {
            throw new IllegalArgumentException("The name of a note's key has no spaces and no plus signs");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
        }
    }

    /// The four bytes by which a signature tells whose it is.
    public byte[] id() {
        MessageDigest digest = TreeHash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(kind.code);
        return Arrays.copyOf(digest.digest(key), 4);
    }

    /// The key in the form in which it is handed around: `name+id+key`.
    public String text() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = kind.code;
        System.arraycopy(key, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64Text.encode(typed);
    }

    /// The key that a text says; empty when it is none, or its parts do not belong together.
    public static Optional<NoteKey> parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] typed = Base64Text.decode(parts[2]);
            for (Kind kind : Kind.values()) {
                if (typed.length == 1 + KEY_BYTES && typed[0] == kind.code) {
                    NoteKey key = new NoteKey(parts[0], kind, Arrays.copyOfRange(typed, 1, typed.length));
                    return key.text().equals(text.strip()) ? Optional.of(key) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /// Whether this key made the signature of these bytes.
    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
