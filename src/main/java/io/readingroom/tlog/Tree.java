package io.readingroom.tlog;

import java.util.ArrayList;
import java.util.List;

/// A tree of a certain size whose tiles are at hand: proves that an entry is in it, and that it has grown from a
/// smaller
/// one (RFC 9162, sections 2.1.3 and 2.1.4).
///
/// @param size how many entries it has
/// @param tiles where its tiles are
public record Tree(long size, Tiles tiles) {

    /// The root.
    public byte[] root() {
        return size == 0 ? TreeHash.ofNothing() : root(0, size);
    }

    /// The hashes that lead from an entry to the root.
    ///
    /// @param index the place of the entry, less than the size
    public List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The tree has no such entry");
        }
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /// The hashes that show that the tree of size `older` is where this one began; none when there is nothing to show.
    ///
    /// @param older 0 to the size
    public List<byte[]> consistency(long older) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("The tree has not been of this size");
        }
        List<byte[]> proof = new ArrayList<>();
        if (older > 0 && older < size) {
            subProof(older, 0, size, true, proof);
        }
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    private void subProof(long older, long from, long to, boolean whole, List<byte[]> proof) {
        if (older == to) {
            if (!whole) {
                proof.add(root(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            subProof(older, from, middle, whole, proof);
            proof.add(root(middle, to));
        } else {
            subProof(older, middle, to, false, proof);
            proof.add(root(from, middle));
        }
    }

    /// The root over the entries from `from` to before `to`, which is a subtree of some tree.
    private byte[] root(long from, long to) {
        long entries = to - from;
        if (Long.bitCount(entries) == 1) {
            return perfect(from, Long.numberOfTrailingZeros(entries));
        }
        long middle = from + split(entries);
        return TreeHash.node(root(from, middle), root(middle, to));
    }

    private byte[] perfect(long from, int height) {
        int level = height / 8;
        int width = 1 << height % 8;
        long first = from >>> (8 * level);
        long index = first / TileId.FULL;
        byte[] hashes = tiles.read(new TileId(level, index, TileId.width(level, index, size)));
        return TreeEdge.subtree(hashes, (int) (first % TileId.FULL), width);
    }

    /// The largest power of two below `entries`.
    private static long split(long entries) {
        return Long.highestOneBit(entries - 1);
    }
}
