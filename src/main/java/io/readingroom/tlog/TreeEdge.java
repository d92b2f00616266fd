package io.readingroom.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The right edge of a tree: its last tile on each level, all that is needed to append to it and to tell its root.
/// Not safe for use by several threads.
public final class TreeEdge {

    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private long size;

    private TreeEdge(long size) {
        this.size = size;
    }

    /// The edge of the tree without entries.
    public static TreeEdge empty() {
        return new TreeEdge(0);
    }

    /// The edge of a tree of this size.
    ///
    /// @throws TileMissingException when one of the tiles at the edge is not there
    public static TreeEdge of(long size, Tiles tiles) {
        TreeEdge edge = new TreeEdge(size);
        for (int level = 0; level < Long.BYTES && size >>> (8 * level) > 0; level++) {
            long nodes = size >>> (8 * level);
            int width = (int) (nodes % TileId.FULL);
            ByteArrayOutputStream hashes = edge.level(level);
            if (width > 0) {
                hashes.write(tiles.read(new TileId(level, nodes / TileId.FULL, width)), 0, width * TreeHash.BYTES);
            }
        }
        return edge;
    }

    /// How many entries the tree has.
    public long size() {
        return size;
    }

    /// Appends an entry by its hash.
    ///
    /// @param full is given each tile that this entry makes full, with its hashes
    public void append(byte[] leafHash, BiConsumer<TileId, byte[]> full) {
        size++;
        byte[] hash = leafHash;
        for (int level = 0; ; level++) {
            ByteArrayOutputStream hashes = level(level);
            hashes.writeBytes(hash);
            if (hashes.size() < TileId.FULL * TreeHash.BYTES) {
                return;
            }
            byte[] tile = hashes.toByteArray();
            full.accept(new TileId(level, (size >>> (8 * level)) / TileId.FULL - 1, TileId.FULL), tile);
            hashes.reset();
            hash = subtree(tile, 0, TileId.FULL);
        }
    }

    /// Gives each tile at the edge that is begun and not full.
    public void partial(BiConsumer<TileId, byte[]> tiles) {
        for (int level = 0; level < levels.size(); level++) {
            byte[] hashes = levels.get(level).toByteArray();
            if (hashes.length > 0) {
                long index = (size >>> (8 * level)) / TileId.FULL;
                tiles.accept(new TileId(level, index, hashes.length / TreeHash.BYTES), hashes);
            }
        }
    }

    /// The root of the tree (RFC 9162, section 2.1.1).
    public byte[] root() {
        byte @Nullable [] root = null;
        for (ByteArrayOutputStream level : levels) {
            byte[] hashes = level.toByteArray();
            int end = hashes.length / TreeHash.BYTES;
            while (end > 0) {
                int width = Integer.lowestOneBit(end);
                byte[] left = subtree(hashes, end - width, width);
                root = root == null ? left : TreeHash.node(left, root);
                end -= width;
            }
        }
        return root == null ? TreeHash.ofNothing() : root;
    }

    private ByteArrayOutputStream level(int level) {
        while (levels.size() <= level) {
            levels.add(new ByteArrayOutputStream());
        }
        return levels.get(level);
    }

    /// The root of a perfect subtree over `width` hashes, a power of two, from the hash `first` on.
    static byte[] subtree(byte[] hashes, int first, int width) {
        byte[] row = new byte[width * TreeHash.BYTES];
        System.arraycopy(hashes, first * TreeHash.BYTES, row, 0, row.length);
        for (int nodes = width; nodes > 1; nodes /= 2) {
            for (int i = 0; i < nodes; i += 2) {
                byte[] parent = TreeHash.node(row, i * TreeHash.BYTES, row, (i + 1) * TreeHash.BYTES);
                System.arraycopy(parent, 0, row, i / 2 * TreeHash.BYTES, TreeHash.BYTES);
            }
        }
        byte[] root = new byte[TreeHash.BYTES];
        System.arraycopy(row, 0, root, 0, TreeHash.BYTES);
        return root;
    }
}
