package io.readingroom.privacy.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The platform's primitives, as this room uses them: AES-256-GCM (NIST SP 800-38D) with 128-bit tags, HKDF-SHA256
/// (RFC 5869) and HMAC-SHA256 (RFC 2104).
public final class Primitives {

    /// The length of a tag.
    public static final int TAG_BYTES = 16;
    /// The length of a nonce.
    public static final int NONCE_BYTES = 12;
    /// The length of a key.
    public static final int KEY_BYTES = 32;

    private Primitives() {}

    /// A cipher for one message.
    ///
    /// @param mode `Cipher.ENCRYPT_MODE` or `Cipher.DECRYPT_MODE`
    public static Cipher gcm(int mode, SecretKey key, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    /// A key for AES-256.
    public static SecretKey aesKey(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("An AES-256 key has 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /// An AES-256 key derived from `key` for the use named by `info`.
    public static SecretKey derive(byte[] key, byte[] salt, byte[] info) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .addSalt(salt)
                                    .thenExpand(info, KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This platform has no HKDF-SHA256", impossible);
        }
    }

    /// The HMAC of the parts, one after the other.
    public static byte[] mac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
