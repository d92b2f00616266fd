package io.readingroom.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/// Someone with a key, made from a seed, who signs notes.
public record Signer(NoteKey key, PrivateKey secret) {

    public static Signer of(String name, NoteKey.Kind kind, long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new Signer(new NoteKey(name, kind, key), pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The note that says this checkpoint.
    public SignedNote sign(Checkpoint checkpoint) {
        return SignedNote.of(checkpoint.text(), key, signature(checkpoint.text()));
    }

    /// The note with a witness's signature below.
    public SignedNote cosign(SignedNote note, long seconds) {
        byte[] signature = signature("cosignature/v1\ntime " + seconds + "\n" + note.text());
        byte[] line = ByteBuffer.allocate(4 + Long.BYTES + signature.length)
                .put(key.id())
                .putLong(seconds)
                .put(signature)
                .array();
        return note.and("\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(line));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
