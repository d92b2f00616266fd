package io.readingroom.privacy.crypto;

import java.security.SecureRandom;

/// Bytes that nobody can guess.
public final class RandomBytes {

    /// Made on first use, not with the class: a native executable would carry the seed of the machine that built it.
    private static final class Holder {
        static final SecureRandom SOURCE = new SecureRandom();
    }

    private RandomBytes() {}

    /// So many of them.
    public static byte[] of(int count) {
        byte[] bytes = new byte[count];
        Holder.SOURCE.nextBytes(bytes);
        return bytes;
    }
}
