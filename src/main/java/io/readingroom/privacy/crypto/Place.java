package io.readingroom.privacy.crypto;

import java.nio.charset.StandardCharsets;

/// Names the place where something sealed or wrapped is at home, and opens nowhere else.
public final class Place {

    /// The key of a document.
    public static final String DATA_KEY = "data-key";
    /// The key of a kind of keyed digests.
    public static final String DIGEST_KEY = "digest-key";
    /// The private key of a kind of signatures.
    public static final String SIGNING_KEY = "signing-key";

    private Place() {}

    /// The name of a place.
    ///
    /// @param owner the document, or the purpose of a key
    /// @param use what it is there
    public static byte[] of(String owner, String use) {
        return (owner + "|" + use).getBytes(StandardCharsets.UTF_8);
    }
}
