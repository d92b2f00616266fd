package io.readingroom.privacy;

import java.security.SecureRandom;

/// Bytes that nobody can guess.
final class RandomBytes {

    /// Made on first use, not with the class: a native executable would carry the seed of the machine that built it.
    private static final class Holder {
        static final SecureRandom SOURCE = new SecureRandom();
    }

    private RandomBytes() {}

    static byte[] of(int count) {
        byte[] bytes = new byte[count];
        Holder.SOURCE.nextBytes(bytes);
        return bytes;
    }
}
