package io.readingroom.tlog;

import java.util.Base64;

/// Base64 in its one right form. The JDK's decoder also takes text without padding and with bits that say nothing, so
/// that several texts would say the same; where a text is evidence, each of its bits has to count.
final class Base64Text {

    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException when the text is not what `encode` would have made of its bytes
    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Not in the one right form");
        }
        return bytes;
    }
}
