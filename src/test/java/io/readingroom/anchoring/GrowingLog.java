package io.readingroom.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readingroom.tlog.Checkpoint;
import io.readingroom.tlog.NoteKey;
import io.readingroom.tlog.SignedNote;
import io.readingroom.tlog.Signer;
import io.readingroom.tlog.TileId;
import io.readingroom.tlog.Tree;
import io.readingroom.tlog.TreeEdge;
import io.readingroom.tlog.TreeHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// A log of any size, with checkpoints and their proofs.
///
/// @param signer who signs for it
/// @param seed what its entries are made of; the same seed gives the same ones
public record GrowingLog(Signer signer, String seed) {

    /// One of an installation of its own.
    public static GrowingLog fresh() {
        UUID installation = UUID.randomUUID();
        String origin = "readingroom.internal/" + installation + "/1";
        return new GrowingLog(
                Signer.of(origin, NoteKey.Kind.NOTE, installation.getMostSignificantBits()), installation.toString());
    }

    /// One that signs as this one does, and has other entries.
    public GrowingLog forked() {
        return new GrowingLog(signer, seed + " forked");
    }

    public Checkpoint checkpoint(long size) {
        return new Checkpoint(signer.key().name(), size, tree(size).root());
    }

    public SignedNote note(long size) {
        return signer.sign(checkpoint(size));
    }

    /// Gives the checkpoint of this size to an anchor.
    public Anchored giveTo(Anchor anchor, long size) {
        return anchor.keep(note(size), checkpoint(size), tree(size)::consistency);
    }

    private Tree tree(long size) {
        Map<String, byte[]> tiles = new HashMap<>();
        TreeEdge edge = TreeEdge.empty();
        while (edge.size() < size) {
            edge.append(
                    TreeHash.leaf((seed + edge.size()).getBytes(UTF_8)), (tile, hashes) -> put(tiles, tile, hashes));
        }
        edge.partial((tile, hashes) -> put(tiles, tile, hashes));
        return new Tree(size, tile -> Objects.requireNonNull(tiles.get(tile.level() + "/" + tile.index())));
    }

    private static void put(Map<String, byte[]> tiles, TileId tile, byte[] hashes) {
        tiles.put(tile.level() + "/" + tile.index(), hashes);
    }
}
