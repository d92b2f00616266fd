package io.readingroom.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest (FIPS 180-4).
///
/// @param hex 64 lower-case hexadecimal digits
public record ContentDigest(String hex) {

    private static final String PREFIX = "sha256:";

    public ContentDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A SHA-256 digest has 64 lower-case hexadecimal digits");
        }
    }

    /// The digest of these bytes.
    public static ContentDigest of(byte[] bytes) {
        return of(algorithm(), bytes);
    }

    /// The digest that has been fed to `digest` so far, which is reset by this call.
    public static ContentDigest of(MessageDigest digest) {
        return new ContentDigest(HexFormat.of().formatHex(digest.digest()));
    }

    /// A SHA-256 to be fed piece by piece.
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static ContentDigest of(MessageDigest digest, byte[] bytes) {
        digest.update(bytes);
        return of(digest);
    }

    /// The digest with its algorithm, as `sha256:…`.
    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
