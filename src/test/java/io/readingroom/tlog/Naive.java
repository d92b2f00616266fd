package io.readingroom.tlog;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree as RFC 9162 defines it, word for word and without any cleverness.
final class Naive {

    private Naive() {}

    /// Section 2.1.1.
    static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return TreeHash.ofNothing();
        }
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int k = split(hashes.size());
        return TreeHash.node(root(hashes.subList(0, k)), root(hashes.subList(k, hashes.size())));
    }

    /// Section 2.1.3.1.
    static List<byte[]> path(int m, List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return new ArrayList<>();
        }
        int k = split(hashes.size());
        boolean left = m < k;
        List<byte[]> path = left ? path(m, hashes.subList(0, k)) : path(m - k, hashes.subList(k, hashes.size()));
        path.add(root(left ? hashes.subList(k, hashes.size()) : hashes.subList(0, k)));
        return path;
    }

    /// Section 2.1.4.1.
    static List<byte[]> subProof(int m, List<byte[]> hashes, boolean whole) {
        List<byte[]> proof;
        if (m == hashes.size()) {
            proof = new ArrayList<>();
            if (!whole) {
                proof.add(root(hashes));
            }
            return proof;
        }
        int k = split(hashes.size());
        if (m <= k) {
            proof = subProof(m, hashes.subList(0, k), whole);
            proof.add(root(hashes.subList(k, hashes.size())));
        } else {
            proof = subProof(m - k, hashes.subList(k, hashes.size()), false);
            proof.add(root(hashes.subList(0, k)));
        }
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
