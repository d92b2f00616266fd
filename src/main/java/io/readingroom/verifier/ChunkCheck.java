package io.readingroom.verifier;

import static io.readingroom.verifier.Finding.among;
import static io.readingroom.verifier.Finding.atEntry;

import io.readingroom.tlog.TileId;
import io.readingroom.tlog.TreeHash;
import io.readingroom.tlog.bundle.BundleLayout;
import io.readingroom.tlog.bundle.ItemList;
import io.readingroom.tlog.bundle.Scope;
import io.readingroom.tlog.entry.Entry;
import io.readingroom.verifier.Item.EventKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at up to 256 entries, each by itself: against its hash in the tree, its body, and the scope. Knows nothing
/// of what comes before, so that several can be at work.
final class ChunkCheck {

    private static final int LONGEST_LIST = TileId.FULL * (2 + ItemList.LONGEST);

    private final BundleFile bundle;
    private final Scope scope;
    private final Instant bodiesSince;
    private final TileId tile;
    private final long first;
    private final List<Finding> findings = new ArrayList<>();

    /// @param bodiesSince from when on bodies must be there
    /// @param tile the tile of level 0 with the hashes of the entries
    ChunkCheck(BundleFile bundle, Scope scope, Instant bodiesSince, TileId tile) {
        this.bundle = bundle;
        this.scope = scope;
        this.bodiesSince = bodiesSince;
        this.tile = tile;
        this.first = tile.index() * TileId.FULL;
    }

    /// What is known of the entries; empty when their hashes are not there, without which they prove nothing.
    Optional<CheckedChunk> check() {
        Optional<byte[]> hashes = hashes();
        if (hashes.isEmpty()) {
            return Optional.empty();
        }
        List<byte[]> entries = list(BundleLayout.entries(tile));
        List<byte[]> bodies = list(BundleLayout.bodies(tile));
        List<Item> items = new ArrayList<>(tile.width());
        for (int i = 0; i < tile.width(); i++) {
            byte[] hash = Arrays.copyOfRange(hashes.get(), i * TreeHash.BYTES, (i + 1) * TreeHash.BYTES);
            items.add(item(first + i, hash, entries.get(i), bodies.get(i)));
        }
        return Optional.of(new CheckedChunk(hashes.get(), items, findings));
    }

    private Optional<byte[]> hashes() {
        try {
            int bytes = tile.width() * TreeHash.BYTES;
            return bundle.read(tile.path(), bytes).filter(hashes -> hashes.length == bytes);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The items of a list; as many withheld ones when it cannot be read. That it is missing is found elsewhere.
    private List<byte[]> list(String name) {
        try {
            Optional<byte[]> bytes = bundle.read(name, LONGEST_LIST);
            Optional<List<byte[]>> items = bytes.flatMap(list -> ItemList.decode(list, tile.width()));
            if (bytes.isPresent() && items.isEmpty()) {
                problem(Flaw.FILE_MALFORMED, name, name + " is not a list of " + tile.width() + " items");
            }
            return items.orElseGet(this::nothing);
        } catch (IOException unreadable) {
            problem(Flaw.DAMAGED, name, name + " cannot be read: " + unreadable.getMessage());
            return nothing();
        }
    }

    private void problem(Flaw flaw, String name, String what) {
        findings.add(among(flaw, name, first, first + tile.width() - 1, what));
    }

    private List<byte[]> nothing() {
        return Collections.nCopies(tile.width(), new byte[0]);
    }

    private Item item(long index, byte[] hash, byte[] entry, byte[] body) {
        if (entry.length == 0) {
            return withheld(new Item(index, Optional.empty(), body.length > 0, Optional.empty()));
        }
        Optional<Entry> said = Entry.parse(entry);
        Item item = new Item(index, said, body.length > 0, Optional.empty());
        String file = BundleLayout.entries(tile);
        if (!Arrays.equals(TreeHash.leaf(entry), hash)) {
            add(Flaw.ENTRY_CHANGED, item, file, "the entry is not the one whose hash is in " + tile.path());
        }
        if (said.isEmpty()) {
            add(Flaw.ENTRY_MALFORMED, item, file, "the entry is not in its form");
            return item;
        }
        if (!scope.covers(said.get().tenant())) {
            add(Flaw.ENTRY_OUT_OF_SCOPE, item, file, "the entry is of a tenant that is not the bundle's");
        }
        if (body.length > 0) {
            return withBody(item, said.get(), body);
        }
        if (!said.get().time().isBefore(bodiesSince)) {
            add(Flaw.BODY_MISSING, item, BundleLayout.bodies(tile), "the body is withheld");
        }
        return item;
    }

    private Item withheld(Item item) {
        if (scope.tenant().isEmpty()) {
            add(Flaw.ENTRY_MISSING, item, BundleLayout.entries(tile), "the entry is withheld");
        } else if (item.withBody()) {
            add(Flaw.BODY_CHANGED, item, BundleLayout.bodies(tile), "there is a body without its entry");
        }
        return item;
    }

    private Item withBody(Item item, Entry entry, byte[] body) {
        String file = BundleLayout.bodies(tile);
        if (!entry.isOf(body)) {
            add(Flaw.BODY_CHANGED, item, file, "the body is not the one that the entry has the digest of");
        }
        Optional<Map<String, String>> strings = strings(body);
        if (strings.isEmpty()) {
            add(Flaw.BODY_MALFORMED, item, file, "the body is not a JSON object");
            return item;
        }
        if (!strings.get().getOrDefault("tenant", entry.tenant()).equals(entry.tenant())) {
            add(Flaw.BODY_CHANGED, item, file, "the body names another tenant than the entry");
        }
        Optional<EventKey> event = Optional.ofNullable(strings.get().get("id")).map(ChunkCheck::key);
        return new Item(item.index(), item.entry(), true, event);
    }

    private void add(Flaw flaw, Item item, String file, String what) {
        findings.add(atEntry(flaw, item, file, what));
    }

    private static Optional<Map<String, String>> strings(byte[] body) {
        try {
            return EventText.strings(BundleFile.utf8(body));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static EventKey key(String id) {
        ByteBuffer digest = ByteBuffer.wrap(TreeHash.sha256(id.getBytes(StandardCharsets.UTF_8)));
        return new EventKey(digest.getLong(), digest.getLong());
    }
}
