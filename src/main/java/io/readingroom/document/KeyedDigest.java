package io.readingroom.document;

import java.util.regex.Pattern;

/// A digest of content that only the holder of a key can make (HMAC-SHA256). Under a document's own key it recognises
/// the content while the document is kept, and tells nobody anything once that key is destroyed: a guess can no longer
/// be confirmed.
///
/// @param hex 64 lower-case hexadecimal digits
public record KeyedDigest(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException when it is no digest
    public KeyedDigest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("A keyed digest has 64 hexadecimal digits");
        }
    }

    /// The form in which it is written, with its algorithm.
    @Override
    public String toString() {
        return "hmac-sha256:" + hex;
    }
}
