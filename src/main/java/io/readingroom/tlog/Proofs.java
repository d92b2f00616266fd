package io.readingroom.tlog;

import java.util.Arrays;
import java.util.List;

/// Checks proofs without the tree that they come from.
public final class Proofs {

    private Proofs() {}

    /// Whether the entry with this hash is at this place in the tree of that size and root (RFC 9162, section 2.1.3.2).
    public static boolean included(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !hashes(path)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /// Whether the tree of size `older` and that root is where the newer one began (RFC 9162, section 2.1.4.2).
    public static boolean consistent(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
        if (older < 0 || older > newer || !hashes(proof)) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && Arrays.equals(olderRoot, TreeHash.ofNothing());
        }
        boolean perfect = Long.bitCount(older) == 1;
        if (!perfect && proof.isEmpty()) {
            return false;
        }
        byte[] seed = perfect ? olderRoot : proof.getFirst();
        List<byte[]> rest = perfect ? proof : proof.subList(1, proof.size());
        return grown(older - 1, newer - 1, seed, rest, olderRoot, newerRoot);
    }

    private static boolean grown(
            long older, long newer, byte[] seed, List<byte[]> proof, byte[] olderRoot, byte[] newerRoot) {
        int right = Long.numberOfTrailingZeros(~older);
        long node = older >>> right;
        long last = newer >>> right;
        byte[] was = seed;
        byte[] is = seed;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                was = TreeHash.node(sibling, was);
                is = TreeHash.node(sibling, is);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                is = TreeHash.node(is, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(was, olderRoot) && Arrays.equals(is, newerRoot);
    }

    private static boolean hashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == TreeHash.BYTES);
    }
}
