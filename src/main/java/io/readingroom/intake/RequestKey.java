package io.readingroom.intake;

/// An Idempotency-Key and what was sent under it, both as keyed digests: enough to recognise them.
final class RequestKey {

    private final byte[] key;
    private final byte[] fingerprint;

    RequestKey(byte[] key, byte[] fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /// Of the header.
    byte[] key() {
        return key;
    }

    /// Of the bytes and the parameters.
    byte[] fingerprint() {
        return fingerprint;
    }
}
