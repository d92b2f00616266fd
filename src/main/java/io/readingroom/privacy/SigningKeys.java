package io.readingroom.privacy;

/// Signs with Ed25519 (RFC 8032) for all replicas alike. The keys are kept wrapped, as the data keys are.
public interface SigningKeys {

    /// The signature of `message` by the key of `purpose`, 64 bytes.
    byte[] sign(String purpose, byte[] message);

    /// The public key of `purpose`, 32 bytes; made when it is first asked for.
    byte[] publicKey(String purpose);
}
