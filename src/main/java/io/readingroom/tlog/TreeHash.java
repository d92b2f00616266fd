package io.readingroom.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashes of a Merkle tree as RFC 9162, section 2.1.1, makes them: SHA-256 with a first byte that tells leaves from
/// nodes, so that no node can be passed off as a leaf.
public final class TreeHash {

    /// The size of a hash, in bytes.
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    /// The hash of an entry.
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /// The hash of a node by those of its children.
    public static byte[] node(byte[] left, byte[] right) {
        return node(left, 0, right, 0);
    }

    /// The root of the tree that has no entry.
    public static byte[] ofNothing() {
        return sha256(new byte[0]);
    }

    /// SHA-256 (FIPS 180-4), 32 bytes.
    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static byte[] node(byte[] left, int leftOffset, byte[] right, int rightOffset) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left, leftOffset, BYTES);
        digest.update(right, rightOffset, BYTES);
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
