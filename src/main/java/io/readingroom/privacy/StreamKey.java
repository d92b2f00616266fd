package io.readingroom.privacy;

import io.readingroom.privacy.crypto.Primitives;
import io.readingroom.privacy.crypto.RandomBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// The format of what is sealed, the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (Online
/// Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, CRYPTO 2015): the plaintext is cut into segments
/// of 64 KiB, and segment *i* is sealed by AES-256-GCM under the nonce `prefix ‖ i ‖ last`, so that no segment can be
/// dropped, repeated, moved or made the last one.
///
/// Layout: version (1 byte), salt (32), nonce prefix (7), then the segments, each with its tag of 16 bytes. The key is
/// derived from the document's key with the salt, so that no two streams share a key, whatever their prefixes.
final class StreamKey {

    static final int SEGMENT_BYTES = 64 * 1024;
    static final int HEADER_BYTES = 1 + Primitives.KEY_BYTES + StreamKey.PREFIX_BYTES;

    private static final byte VERSION = 1;
    private static final int PREFIX_BYTES = 7;

    private final byte[] header;
    private final byte[] context;
    private final SecretKey key;

    private StreamKey(byte[] header, byte[] dataKey, byte[] context) {
        this.header = header;
        this.context = context;
        byte[] salt = new byte[Primitives.KEY_BYTES];
        System.arraycopy(header, 1, salt, 0, salt.length);
        this.key = Primitives.derive(dataKey, salt, context);
    }

    /// A key for a stream to be sealed.
    static StreamKey fresh(byte[] dataKey, byte[] context) {
        byte[] header = RandomBytes.of(HEADER_BYTES);
        header[0] = VERSION;
        return new StreamKey(header, dataKey, context);
    }

    /// The key of the stream that begins with `header`.
    static StreamKey of(byte[] header, byte[] dataKey, byte[] context) throws BrokenSealException {
        if (header.length != HEADER_BYTES || header[0] != VERSION) {
            throw new BrokenSealException(null);
        }
        return new StreamKey(header, dataKey, context);
    }

    byte[] header() {
        return header;
    }

    byte[] seal(byte[] plain, int length, int number, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A segment could not be sealed", failed);
        }
    }

    byte[] open(byte[] sealed, int length, int number, boolean last) throws BrokenSealException {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed, 0, length);
        } catch (GeneralSecurityException failed) {
            throw new BrokenSealException(failed);
        }
    }

    private Cipher cipher(int mode, int number, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(Primitives.NONCE_BYTES)
                .put(header, HEADER_BYTES - PREFIX_BYTES, PREFIX_BYTES)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
        return Primitives.gcm(mode, key, nonce, context);
    }
}
