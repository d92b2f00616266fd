package io.readingroom.privacy.keys;

import io.readingroom.privacy.crypto.Primitives;
import io.readingroom.privacy.crypto.RandomBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Wraps keys by AES-256-GCM under a random 96-bit nonce: sound for up to 2^32 keys under one key-encryption
/// key (NIST SP 800-38D, 8.3). The key itself never shows in text.
final class KeyWrapping {

    static final int KEY_BYTES = Primitives.KEY_BYTES;

    private static final int ID_BYTES = 8;

    private final SecretKey key;
    private final String id;

    private KeyWrapping(byte[] bytes) {
        this.key = Primitives.derive(bytes, new byte[0], "wrap".getBytes(StandardCharsets.US_ASCII));
        byte[] check = Primitives.mac(bytes, "key-id".getBytes(StandardCharsets.US_ASCII));
        this.id = HexFormat.of().formatHex(check, 0, ID_BYTES);
    }

    /// @param source where it comes from, for the message when it is no key
    static KeyWrapping parse(String source, String text) {
        byte[] bytes = decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "The " + source + " holds no key: 64 hexadecimal digits, or 32 bytes in Base64, are needed");
        }
        return new KeyWrapping(bytes);
    }

    String id() {
        return id;
    }

    byte[] wrap(byte[] plain, byte[] context) {
        byte[] nonce = RandomBytes.of(Primitives.NONCE_BYTES);
        try {
            byte[] sealed =
                    Primitives.gcm(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            byte[] wrapped = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, wrapped, nonce.length, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A key could not be wrapped", failed);
        }
    }

    byte[] unwrap(byte[] wrapped, byte[] context) {
        if (wrapped.length < Primitives.NONCE_BYTES) {
            throw new IllegalStateException("A wrapped key is damaged");
        }
        byte[] nonce = Arrays.copyOf(wrapped, Primitives.NONCE_BYTES);
        try {
            return Primitives.gcm(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(wrapped, nonce.length, wrapped.length - nonce.length);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A wrapped key is damaged, or wrapped by another key", failed);
        }
    }

    @Override
    public String toString() {
        return "KeyWrapping[" + id + "]";
    }

    private static byte[] decode(String text) {
        try {
            return text.length() == 2 * KEY_BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }
}
