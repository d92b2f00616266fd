package io.readingroom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readingroom.tlog.TileId;
import io.readingroom.tlog.TreeEdge;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.tlog.bundle.ItemList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// A bundle in the hands of someone who changes it: its lists of entries and bodies, and the tree above them, which he
/// can compute as well as anyone. What he lacks is the key.
final class Forgery {

    final Map<String, byte[]> members;
    private final BundleLayout layout;

    Forgery(GeneratedLog log) {
        this.members = new LinkedHashMap<>(Members.of(log.bundle()).orElseThrow());
        this.layout = new BundleLayout(log.shape.size());
    }

    /// What is in a file.
    byte[] member(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    /// The bytes of the bundle as it is now.
    byte[] zip() {
        return Members.zip(members);
    }

    /// Changes the list that holds the entry at a place, or its body.
    void change(int index, boolean body, UnaryOperator<List<byte[]>> change) {
        TileId tile = layout.tile(0, index / TileId.FULL);
        String name = body ? BundleLayout.bodies(tile) : BundleLayout.entries(tile);
        List<byte[]> items = ItemList.decode(member(name), tile.width()).orElseThrow();
        members.put(name, ItemList.encode(change.apply(new ArrayList<>(items))));
    }

    /// Puts something else into the place of an entry, or of its body.
    void replace(int index, boolean body, byte[] item) {
        change(index, body, items -> {
            items.set(index % TileId.FULL, item);
            return items;
        });
    }

    /// Everything from one place of the log on moves: by a list of all entries and bodies, which are written anew with
    /// a tree that fits them, and the checkpoint's text, but not its signature.
    void rewrite(List<byte[]> entries, List<byte[]> bodies) {
        members.keySet().removeIf(name -> name.matches("(tile|entries|bodies)/.*"));
        BundleLayout grown = new BundleLayout(entries.size());
        TreeEdge edge = TreeEdge.empty();
        entries.forEach(entry -> edge.append(TreeHash.leaf(entry), this::put));
        edge.partial(this::put);
        for (long index = 0; index < grown.tiles(0); index++) {
            TileId tile = grown.tile(0, index);
            int from = (int) index * TileId.FULL;
            members.put(BundleLayout.entries(tile), ItemList.encode(entries.subList(from, from + tile.width())));
            members.put(BundleLayout.bodies(tile), ItemList.encode(bodies.subList(from, from + tile.width())));
        }
    }

    /// The same for the tree alone, from the hashes that are there; entries that are not shown keep theirs.
    void regrow() {
        TreeEdge edge = TreeEdge.empty();
        for (long index = 0; index < layout.tiles(0); index++) {
            TileId tile = layout.tile(0, index);
            byte[] hashes = member(tile.path());
            List<byte[]> items = ItemList.decode(member(BundleLayout.entries(tile)), tile.width())
                    .orElseThrow();
            for (int i = 0; i < items.size(); i++) {
                byte[] kept = Arrays.copyOfRange(hashes, i * TreeHash.BYTES, (i + 1) * TreeHash.BYTES);
                edge.append(items.get(i).length == 0 ? kept : TreeHash.leaf(items.get(i)), this::put);
            }
        }
        edge.partial(this::put);
    }

    private void put(TileId tile, byte[] hashes) {
        members.put(tile.path(), hashes);
    }

    void text(String name, String text) {
        members.put(name, text.getBytes(UTF_8));
    }
}
